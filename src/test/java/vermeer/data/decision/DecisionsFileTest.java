package vermeer.data.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.data.DataException;
import vermeer.data.Fit;
import vermeer.data.LockedTest;
import vermeer.data.PathPattern;
import vermeer.data.Shares;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.Stages;
import vermeer.data.augmentation.Augmentation;
import vermeer.data.augmentation.Variants;
import vermeer.data.balance.Balance;
import vermeer.data.balance.Balancing;
import vermeer.data.balance.CostMatrix;
import vermeer.data.label.FolderNames;
import vermeer.data.label.LabelSource;
import vermeer.data.label.NamePattern;
import vermeer.data.label.TableColumns;
import vermeer.job.Progress;

class DecisionsFileTest {
    @TempDir
    static Path folder;

    private DecisionsFile file;

    @BeforeEach
    void fresh() throws IOException {
        file = new DecisionsFile(folder);
        Files.deleteIfExists(file.file());
    }

    static List<LabelSource> labels() {
        return List.of(
                new FolderNames(2),
                new NamePattern(PathPattern.label("{label}_*")),
                new TableColumns(folder.resolve("a/labels.csv"), "file", "kind", Optional.of("set")),
                new TableColumns(Path.of("elsewhere.csv"), "file", "kind", Optional.empty()));
    }

    private static Decisions everything(LabelSource labels) {
        List<String> classes = List.of("🦋/x", "b");
        return Decisions.standard()
                .withAbout("butterflies")
                .withLabels(labels)
                .withPlan(new SplitPlan(
                        false,
                        new Shares(0.1, 0.2, 0.3),
                        Optional.of(PathPattern.group("p{group}_*")),
                        Set.of("clinic"),
                        false,
                        77))
                .withAssignments(Map.of("a/1.jpg", Split.TEST, "a/2.jpg", Split.TRAIN_DEV))
                .withFit(Fit.PAD)
                .withBalance(new Balance(
                        Balancing.OVER_SAMPLING,
                        false,
                        Map.of("c", "b"),
                        Set.of("d"),
                        false,
                        Optional.of(CostMatrix.equal(classes).with(0, 1, 5))))
                .withVariants(new Variants(new Augmentation(), 4, Map.of("b", 2.0), 9))
                .withStages(new Stages(Set.of("web"), Stages.Turn.PRECISE))
                .excluding(Set.of("a/3.jpg"), "blurred")
                .relabelling("a/4.jpg", "b")
                .confirming("a/5.jpg");
    }

    @ParameterizedTest
    @MethodSource("labels")
    void everyDecisionIsReadAsItWasWritten(LabelSource labels) throws Exception {
        file.change(before -> everything(labels));

        assertEquals(everything(labels), file.read());
    }

    @Test
    void aFolderWithoutDecisionsHasTheUsualOnes() throws Exception {
        assertEquals(Decisions.standard(), file.read());
        assertTrue(Files.notExists(file.file()));
    }

    @Test
    void looksAtTestAreAddedAndNoneIsLost() throws Exception {
        LockedTest test = new LockedTest(List.of());
        ExecutorService four = Executors.newFixedThreadPool(4);
        List<Future<?>> looks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String who = "look " + i;
            looks.add(four.submit(() -> test.open(new DecisionsFile(folder), who)));
        }
        for (Future<?> look : looks) {
            look.get();
        }
        four.shutdown();

        assertEquals(20, file.read().looks().size());
    }

    @Test
    void aFileOfANewerVersionIsLeftAsItIs() throws Exception {
        String newer = "{\"vermeerData\": 99, \"secret\": 1}";
        Files.writeString(file.file(), newer);

        DataException refused =
                assertThrows(DataException.class, () -> file.change(decisions -> decisions.withAbout("x")));

        assertTrue(refused.getMessage().contains("newer version"), refused.getMessage());
        assertEquals(newer, Files.readString(file.file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"vermeerData\": 1, \"labels\": {\"from\": \"stars\"}}",
                "{\"vermeerData\": 1, \"split\": {\"dev\": 7}}",
                "{\"vermeerData\": 1, \"looks\": [{\"when\": \"noon\"}]}",
                "{\"vermeerData\": 1, \"assignments\": {\"sofa\": [\"a\"]}}",
                "{\"vermeerData\": 1, \"variants\": {\"strengths\": {\"flip\": 9}}}",
                "{\"vermeerData\": 1, \"fit\": \"fold\"}"
            })
    void aDamagedFileIsOneSentenceAndStays(String text) throws Exception {
        Files.writeString(file.file(), text);

        DataException refused = assertThrows(DataException.class, () -> file.change(decisions -> decisions));

        assertTrue(refused.getMessage().contains(DecisionsFile.NAME), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
        assertEquals(text, Files.readString(file.file()));
    }

    @Test
    void decisionsShapeTheDataset() throws Exception {
        Path photos = folder.resolve("photos");
        for (String key : List.of("a/1.jpg", "a/2.jpg", "a/3.jpg", "b/4.jpg", "c/5.jpg", "d/6.jpg")) {
            Files.createDirectories(photos.resolve(key).getParent());
            Files.writeString(photos.resolve(key), "x");
        }
        Decisions decisions = Decisions.standard()
                .withBalance(Balance.none().withClasses(Map.of("c", "b"), Set.of("d")))
                .excluding(Set.of("a/1.jpg"), "blurred")
                .relabelling("a/2.jpg", "new");

        Prepared prepared = Prepared.of(photos, decisions, Progress.none());

        assertEquals(List.of("a", "b", "new"), prepared.dataset().classes());
        assertEquals(
                List.of("a/2.jpg=new", "a/3.jpg=a", "b/4.jpg=b", "c/5.jpg=b"),
                prepared.dataset().pictures().stream()
                        .map(picture -> picture.key() + "=" + prepared.dataset().className(picture))
                        .toList());
    }

    @Test
    void twoStagesTakeTurnsAndNoPictureChangesItsSplit() throws Exception {
        Path photos = folder.resolve("stages");
        for (int i = 0; i < 20; i++) {
            for (String key : List.of("web/a/" + i + ".jpg", "web/b/" + i + ".jpg", "ours/a/" + i + ".jpg")) {
                Files.createDirectories(photos.resolve(key).getParent());
                Files.writeString(photos.resolve(key), "x");
            }
        }
        Decisions first = Decisions.standard()
                .withLabels(new FolderNames(2))
                .withStages(new Stages(Set.of("web"), Stages.Turn.WEAK));

        Prepared weak = Prepared.of(photos, first, Progress.none());
        Decisions second = first.keeping(weak.assignments()).withStages(new Stages(Set.of("web"), Stages.Turn.PRECISE));
        Prepared precise = Prepared.of(photos, second, Progress.none());

        assertTrue(weak.splits().train().stream()
                .allMatch(picture -> picture.part().equals("web")));
        assertTrue(precise.splits().train().stream()
                .allMatch(picture -> picture.part().equals("ours")));
        assertTrue(
                weak.splits().dev().stream().allMatch(picture -> picture.part().equals("ours")));
        assertEquals(weak.splits().dev(), precise.splits().dev());
        assertEquals(weak.assignments(), precise.assignments());
        assertEquals(
                60,
                weak.splits().train().size()
                        + precise.splits().train().size()
                        + weak.splits().size(Split.DEV)
                        + weak.splits().size(Split.TEST));
    }
}
