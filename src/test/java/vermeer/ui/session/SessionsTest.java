package vermeer.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.job.DirectJobRunner;
import vermeer.report.Judgement;
import vermeer.session.Recovery;
import vermeer.session.RecoveryFile;
import vermeer.session.RecoveryFolder;
import vermeer.session.Session;
import vermeer.ui.ToyServices;
import vermeer.ui.canvas.Outlook;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.opening.FileModelOpener;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;

/** A session the whole way, without nodes, on a real network file. */
class SessionsTest {
    @TempDir
    Path home;

    private Path red;
    private Path blue;
    private Path model;
    private Path file;
    private Workbench workbench;

    @BeforeEach
    void openPictures() throws Exception {
        model = TinyNetwork.write(Files.createDirectories(home.resolve("models")));
        red = TinyNetwork.picture(home.resolve("photos/red.png"), 0xff4000);
        blue = TinyNetwork.picture(home.resolve("photos/blue.png"), 0x2000ff);
        file = home.resolve("finding.vermeer");
        workbench = workbench();
        workbench.opening().onFiles(List.of(red, blue, model));
    }

    private Workbench workbench() {
        Services toy = ToyServices.in(home, List.of());
        Services real = new Services(
                toy.decoder(),
                new FileModelOpener(List.of()),
                toy.methods(),
                toy.folders(),
                toy.samples(),
                toy.zoo(),
                toy.cache());
        return new Workbench(real, new DirectJobRunner(), new JobViewModel());
    }

    @Test
    void whatIsSavedIsOpenedExactly() {
        work();
        Heatmap map = workbench.investigation().mapProperty().get().map();
        save();
        assertFalse(session().unsavedProperty().get());

        Workbench again = workbench();
        again.sessions().files().open(file);
        assertEquals(map, again.investigation().mapProperty().get().map());
        assertEquals(
                workbench.investigation().targetProperty().get(),
                again.investigation().targetProperty().get());
        assertEquals(
                workbench.investigation().methodProperty().get(),
                again.investigation().methodProperty().get());
        assertEquals("blue.png", again.strip().selectedProperty().get().name());
        assertEquals(2, again.strip().items().size());
        assertEquals(
                "It looks at the corner.",
                again.sessions().session().notesProperty().get());
        assertEquals(
                "Odd one.", again.sessions().session().pictureNoteProperty().get());
        assertEquals(session().views(), again.sessions().session().views());
        assertEquals(session().state(), again.sessions().session().state());
        assertFalse(again.sessions().session().unsavedProperty().get());
    }

    @Test
    void whatWasMeasuredComesBackForTheSameMapAlone() {
        work();
        workbench.trust().measures().measure();
        workbench.trust().randomisation().test();
        assertTrue(session().unsavedProperty().get());
        save();
        Workbench again = workbench();
        again.sessions().files().open(file);
        assertEquals(judgements(workbench), judgements(again));
        assertTrue(judgements(again).stream().filter(Objects::nonNull).count() >= 6);
        assertNotNull(workbench.trust().randomisation().verdictProperty().get());
        assertEquals(
                workbench.trust().randomisation().verdictProperty().get(),
                again.trust().randomisation().verdictProperty().get());
        again.prediction().chooseRank(1);
        assertTrue(judgements(again).stream().allMatch(Objects::isNull), "of another class nothing was measured");
    }

    @Test
    void measuresOfAPictureThatHasChangedAreNotShown() throws Exception {
        work();
        workbench.trust().measures().measure();
        save();
        TinyNetwork.picture(blue, 0x0000ff);
        Workbench again = workbench();
        again.sessions().files().onMissing(missing -> {
            missing.accept(missing.rows().get(0));
            missing.open();
        });
        again.sessions().files().open(file);
        assertNotNull(again.investigation().mapProperty().get());
        assertTrue(judgements(again).stream().allMatch(Objects::isNull));
    }

    @Test
    void whatWasInSightAndBoxedComesBack() {
        work();
        Outlook close = new Outlook(3.5, 0.25, 0.75);
        workbench.canvas().look(close);
        workbench.canvas().regions().shownProperty().set(true);
        workbench.canvas().regions().boxProperty().set(new Region(2, 3, 8, 9));
        save();
        Workbench again = workbench();
        again.sessions().files().open(file);
        assertEquals(close, again.canvas().outlookProperty().get());
        assertTrue(again.canvas().regions().shownProperty().get());
        assertEquals(
                new Region(2, 3, 8, 9), again.canvas().regions().boxProperty().get());
    }

    @Test
    void theReportTestsMethodsOnRandomisedModelsAndRemembersTheVerdict() throws Exception {
        workbench.method().choose("gradient");
        ReportViewModel report = workbench.sessions().report();
        assertTrue(report.canRandomise());
        assertTrue(report.randomisationCost().contains("12 times"), report.randomisationCost());
        workbench.canvas().regions().boxProperty().set(new Region(0, 0, 8, 8));
        Path html = home.resolve("r.html");
        report.write(new ReportRequest("Why?", List.of(), true, List.of(html)));
        String first = Files.readString(html);
        assertTrue(first.contains("its last quarter of layers is randomised"));
        assertTrue(first.contains("share of the layers randomised, from the output"), "the curve is drawn");
        assertTrue(first.contains("The dashed box "), "the box over the picture in sight is tested");
        report.write(new ReportRequest("Why?", List.of(), false, List.of(html)));
        assertTrue(Files.readString(html).contains("its last quarter of layers is randomised"));
    }

    private static List<Judgement> judgements(Workbench in) {
        return in.trust().measures().rows().stream()
                .map(row -> row.judgementProperty().get())
                .collect(Collectors.toList());
    }

    @Test
    void onlyWorkIsUnsavedAndTakingItBackIsNoChange() {
        assertFalse(session().unsavedProperty().get(), "opening files is no work yet");
        workbench.method().choose("gradient");
        assertTrue(session().unsavedProperty().get());
        session().forget(session().asked().get(0));
        assertFalse(session().unsavedProperty().get());
        session().notesProperty().set("a");
        save();
        session().notesProperty().set("b");
        assertTrue(session().unsavedProperty().get());
        session().notesProperty().set("a");
        assertFalse(session().unsavedProperty().get());
        workbench.strip().remove(workbench.strip().items().get(0));
        assertTrue(session().unsavedProperty().get());
    }

    @Test
    void aMapThatWasAskedForIsShownAgainWithItsOwnSettings() {
        work();
        Asked first = session().asked().get(0);
        workbench.method().choose("gradient");
        int asked = session().asked().size();
        workbench.sessions().show(first);
        assertEquals(first.method(), workbench.investigation().methodProperty().get());
        assertEquals("red.png", workbench.strip().selectedProperty().get().name());
        assertEquals(asked, session().asked().size(), "looking again asks nothing new");
    }

    @Test
    void missingFilesAreAskedForAndThoseBesideAreFound() throws Exception {
        work();
        save();
        Path moved = Files.createDirectories(home.resolve("elsewhere"));
        Files.move(red, moved.resolve("red.png"));
        Files.move(blue, moved.resolve("blue.png"));
        Workbench again = workbench();
        List<MissingFiles> asked = new ArrayList<>();
        again.sessions().files().onMissing(asked::add);
        again.sessions().files().open(file);
        assertTrue(again.strip().items().isEmpty(), "nothing is opened before the user has said where");
        MissingFiles missing = asked.get(0);
        assertEquals(2, missing.rows().size());
        missing.locate(missing.rows().get(0), moved.resolve("red.png"));
        assertEquals(
                moved.resolve("blue.png"),
                missing.rows().get(1).foundProperty().get().path());
        missing.open();
        assertEquals(2, again.strip().items().size());
        assertEquals(
                "Odd one.", again.sessions().session().pictureNoteProperty().get());
        assertTrue(again.sessions().session().unsavedProperty().get(), "the file still names the old places");
    }

    @Test
    void whatIsLeftOutTakesItsQuestionsWithIt() throws Exception {
        work();
        save();
        Files.delete(red);
        Workbench again = workbench();
        again.sessions().files().onMissing(MissingFiles::open);
        again.sessions().files().open(file);
        assertEquals(List.of("blue.png"), names(again));
        assertEquals(
                List.of(blue, blue),
                again.sessions().session().asked().stream().map(Asked::picture).toList());
    }

    @Test
    void aFileThatAnotherHasChangedIsNotOverwritten() throws Exception {
        work();
        save();
        Files.writeString(file, "theirs");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        session().notesProperty().set("ours");
        save();
        assertEquals("theirs", Files.readString(file));
        assertTrue(session().unsavedProperty().get());
        assertTrue(workbench.notices().shown().stream()
                .anyMatch(notice -> notice.text().contains("save under another name")));
    }

    @Test
    void workIsKeptAndForgottenOnceItIsSaved() throws Exception {
        Path kept = home.resolve("cache/recovery/sessions");
        workbench.sessions().files().keep();
        assertFalse(Files.exists(kept), "there is no work yet");
        work();
        workbench.sessions().files().keep();
        try (var files = Files.list(kept)) {
            assertEquals(2, files.count(), "what is kept and its lock");
        }
        save();
        try (var files = Files.list(kept)) {
            assertEquals(1, files.count(), "the lock stays while the window lives");
        }
        workbench.sessions().files().close();
        try (var files = Files.list(kept)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void whatACrashLeftIsReviewedAndOpenedWithoutLosingIt() throws Exception {
        work();
        leave(Optional.of(file), Instant.now());
        Workbench again = workbench();
        List<RecoveryFolder.Left> left = left(again);
        again.sessions().files().recover(left.get(0));
        assertEquals(3, again.sessions().session().asked().size());
        assertEquals(file, again.sessions().session().fileProperty().get());
        assertTrue(again.sessions().session().unsavedProperty().get());
        assertFalse(Files.exists(left.get(0).file()), "the new window keeps it now");
        try (var files = Files.list(home.resolve("cache/recovery/sessions"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void whatWasKeptBeforeTheFileWasSavedDoesNotTakeItsPlace() throws Exception {
        work();
        save();
        leave(Optional.of(file), Instant.now().minusSeconds(3600));
        Workbench again = workbench();
        again.sessions().files().recover(left(again).get(0));
        assertNull(again.sessions().session().fileProperty().get());
        assertTrue(again.notices().shown().stream()
                .anyMatch(notice -> notice.text().contains("is newer than what was kept")));
    }

    @Test
    void aNewSessionHasNoPicturesAndKeepsTheModel() {
        work();
        save();
        workbench.sessions().files().begin();
        assertTrue(workbench.strip().items().isEmpty());
        assertNull(workbench.investigation().pictureProperty().get());
        assertEquals("", session().notesProperty().get());
        assertNull(session().fileProperty().get());
        assertFalse(session().unsavedProperty().get());
        workbench.opening().onFiles(List.of(blue));
        assertEquals(
                "blue, navy",
                workbench.investigation().predictionProperty().get().best().name());
    }

    private void work() {
        workbench.strip().select(workbench.strip().items().get(0));
        workbench.method().change("occlusion", "stride", "4");
        workbench.method().change("occlusion", "window", "8");
        workbench.method().choose("occlusion");
        workbench.strip().select(workbench.strip().items().get(1));
        workbench.prediction().chooseRank(2);
        session().notesProperty().set("It looks at the corner.");
        session().pictureNoteProperty().set("Odd one.");
        workbench.canvas().setOpacity(0.3);
    }

    private void save() {
        workbench.sessions().files().save(file, () -> {});
    }

    private void leave(Optional<Path> origin, Instant changed) throws Exception {
        Session ours = workbench.sessions().files().session(session().state(), vermeer.job.Progress.none());
        try (RecoveryFile gone = RecoveryFolder.in(home.resolve("cache")).open()) {
            gone.keep(new Recovery(ours, origin, changed));
        }
    }

    private static List<RecoveryFolder.Left> left(Workbench in) {
        List<RecoveryFolder.Left> left = new ArrayList<>();
        in.sessions().files().findLeft(left::addAll);
        return left;
    }

    private static List<String> names(Workbench in) {
        return in.strip().items().stream().map(item -> item.name()).toList();
    }

    private SessionViewModel session() {
        return workbench.sessions().session();
    }
}
