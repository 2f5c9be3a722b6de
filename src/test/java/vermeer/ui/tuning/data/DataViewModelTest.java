package vermeer.ui.tuning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.Fit;
import vermeer.data.PathPattern;
import vermeer.data.Split;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.data.label.NamePattern;
import vermeer.job.DirectJobRunner;
import vermeer.ui.ToyServices;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.workbench.Workbench;

class DataViewModelTest {
    @TempDir
    Path home;

    private Path folder;
    private Tuning tuning;
    private DataViewModel model;

    @BeforeEach
    void window() throws IOException {
        folder = Files.createDirectories(home.resolve("photos"));
        open();
    }

    private void open() {
        tuning = new Tuning(new Workbench(ToyServices.in(home, List.of()), new DirectJobRunner(), new JobViewModel()));
        model = new DataViewModel(tuning);
    }

    private void photos() throws IOException {
        for (int i = 0; i < 8; i++) {
            Photos.save(folder, "train/oak/" + i + ".png", i);
            Photos.save(folder, "train/elm/" + i + ".png", 100 + i);
        }
        Photos.save(folder, "val/oak/again.png", 3);
        Photos.save(folder, "val/elm/new.png", 777);
        Files.write(folder.resolve("train/oak/broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    }

    private List<Finding.Kind> kinds() {
        return model.findings().stream().map(Finding::kind).distinct().toList();
    }

    @Test
    void aFolderIsReadAndLookedInto() throws IOException {
        photos();

        model.choose(folder);

        assertEquals(
                List.of("elm", "oak"), tuning.dataProperty().get().dataset().classes());
        assertEquals(17, tuning.dataProperty().get().splits().size(Split.TRAIN));
        assertEquals(18, model.inspectionProperty().get().facts().size());
        assertEquals(List.of(Finding.Kind.LEAK, Finding.Kind.UNREADABLE, Finding.Kind.CONCERN), kinds());
    }

    @Test
    void leavingCopiesOutMendsTheLeakAndTouchesNoFile() throws IOException {
        photos();
        model.choose(folder);
        Finding leak = model.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.LEAK)
                .findFirst()
                .orElseThrow();
        long files = files();

        model.leaveOut(leak.removable(), "copy");

        assertEquals(List.of("train/oak/3.png"), List.copyOf(leak.removable()));
        assertTrue(!kinds().contains(Finding.Kind.LEAK));
        assertEquals(16, tuning.dataProperty().get().splits().size(Split.TRAIN));
        assertEquals(files + 1, files());
        model.bringBack();
        assertTrue(kinds().contains(Finding.Kind.LEAK));
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void decisionsComeBackWithTheFolder() throws Exception {
        photos();
        model.choose(folder);
        model.decide(decisions -> decisions.withFit(Fit.PAD).withAbout("trees"));

        open();
        model.choose(folder);

        assertEquals(Fit.PAD, model.decisionsProperty().get().fit());
        assertEquals("trees", new DecisionsFile(folder).read().about());
    }

    @Test
    void leavingTheStepKeepsTheSplits() throws Exception {
        photos();
        model.choose(folder);

        tuning.go("train");

        assertEquals(
                tuning.dataProperty().get().splits().assignments(),
                new DecisionsFile(folder).read().assignments());
    }

    @Test
    void whatAnotherStepDecidesIsNotUndoneByTheNextDecisionHere() throws Exception {
        photos();
        model.choose(folder);
        Prepared before = tuning.dataProperty().get();
        Decisions elsewhere = before.decisions().excluding(Set.of("train/elm/1.png"), "blurred");

        tuning.use(Prepared.of(before.reading(), elsewhere, List.of()));
        model.decide(decisions -> decisions.withFit(Fit.PAD));

        Decisions now = tuning.dataProperty().get().decisions();
        assertEquals(Fit.PAD, now.fit());
        assertEquals("blurred", now.excluded().get("train/elm/1.png"));
    }

    @Test
    void whatAnotherWindowDecidedIsThereWhenTheStepIsShownAgain() throws Exception {
        photos();
        model.choose(folder);
        tuning.go("results");
        new DecisionsFile(folder).change(decisions -> decisions.excluding(Set.of("train/elm/1.png"), "blurred"));

        tuning.go("data");

        assertEquals("blurred", model.decisionsProperty().get().excluded().get("train/elm/1.png"));
        assertEquals(16, tuning.dataProperty().get().splits().size(Split.TRAIN));
        model.decide(decisions -> decisions.withFit(Fit.PAD));
        assertEquals(
                Set.of("train/elm/1.png"),
                new DecisionsFile(folder).read().excluded().keySet());
        Prepared known = tuning.dataProperty().get();
        tuning.go("results");
        tuning.go("data");
        assertEquals(known.dataset(), tuning.dataProperty().get().dataset(), "nothing new was decided");
    }

    @Test
    void labelsInFileNamesAreReadOnceThePatternIsGiven() throws Exception {
        Photos.save(folder, "oak_1.png", 1);
        Photos.save(folder, "elm_1.png", 2);

        model.choose(folder);
        String problem = model.problemProperty().get();
        model.decide(decisions -> decisions.withLabels(new NamePattern(PathPattern.label("{label}_*"))));

        assertTrue(problem.contains("none with a label"), problem);
        assertEquals("", model.problemProperty().get());
        assertEquals(
                List.of("elm", "oak"), tuning.dataProperty().get().dataset().classes());
    }

    @Test
    void aMissingFolderIsOneSentence() {
        model.choose(home.resolve("nowhere"));

        assertTrue(model.problemProperty().get().startsWith("There is no folder"));
        assertNull(tuning.dataProperty().get());
    }

    @Test
    void aDamagedFileOfDecisionsIsNotWrittenOver() throws Exception {
        photos();
        Path file = Files.writeString(folder.resolve(DecisionsFile.NAME), "{");

        model.choose(folder);
        model.decide(decisions -> decisions.withFit(Fit.PAD));

        assertEquals("{", Files.readString(file));
        assertTrue(model.problemProperty().get().contains("damaged")
                || !tuning.workbench().notices().shown().isEmpty());
    }

    @Test
    void augmentationIsShownOnAnOwnPhotoAndKeptWhenItIsOn() throws Exception {
        photos();
        model.choose(folder);
        AugmentationViewModel augmentation = new AugmentationViewModel(model);

        augmentation.turn(true);
        augmentation.attempt("rotate", 45);
        var before = augmentation.previewProperty().get();
        augmentation.attempt("noise", 60);
        augmentation.keep();
        augmentation.multiplier("elm", 3);

        assertEquals(AugmentationViewModel.SHOWN + 1, before.size());
        assertEquals(before.get(0), augmentation.previewProperty().get().get(0));
        assertTrue(!before.get(1).equals(augmentation.previewProperty().get().get(1)));
        var kept = new DecisionsFile(folder).read().variants();
        assertEquals(45, kept.augmentation().rotate());
        assertEquals(60, kept.augmentation().noise());
        assertEquals(3.0, kept.multipliers().get("elm"));
        assertNotNull(model.decisionsProperty().get());
    }
}
