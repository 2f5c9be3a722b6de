package vermeer.ui.tuning.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.Subset;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.tuning.TunedServices;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.advice.AdviceViewModel;
import vermeer.ui.workbench.Workbench;

/** From a judged network to a picture, its maps, its label and the advice, without a toolkit. */
class ResultsViewModelTest {
    @TempDir
    Path home;

    private Path photos;
    private Workbench workbench;
    private Tuning tuning;
    private ResultsViewModel results;

    @BeforeEach
    void window() throws Exception {
        photos = TunedServices.photos(home);
        workbench = new Workbench(TunedServices.in(home), new DirectJobRunner(), new JobViewModel());
        workbench.opening().onModel(TinyNetwork.write(home));
        tuning = new Tuning(workbench);
        results = new ResultsViewModel(tuning);
    }

    private void judge() throws Exception {
        tuning.use(Prepared.of(photos, Progress.none()));
        results.judge();
        assertEquals("", results.problemProperty().get());
    }

    @Test
    void aCellListsItsPicturesAndTheFirstOnesMapsAreMade() throws Exception {
        judge();
        assertEquals("dev", results.partProperty().get().name());
        assertEquals(2, results.curvesProperty().get().classes().size());
        assertEquals(0.9, results.partProperty().get().measures().accuracy().value(), 1e-12);
        results.cell(0, 2);
        Listing listing = results.listingProperty().get();
        assertEquals("red, scarlet taken for blue, navy (dev)", listing.title());
        assertEquals(
                List.of("dev/red/0.png", "dev/red/1.png"),
                listing.pictures().stream().map(each -> each.picture().key()).toList());
        Maps maps = results.mapsProperty().get();
        assertEquals("dev/red/0.png", maps.shown().picture().key());
        assertEquals(48 * 32, maps.answered().length);
        assertFalse(Arrays.equals(maps.answered(), maps.labelled()));
        assertTrue(maps.method().startsWith("Grad-CAM"), maps.method());
    }

    @Test
    void labelsAreReviewedAndUndoneAndKeptInTheFolder() throws Exception {
        judge();
        results.cell(0, 2);
        results.relabel();
        assertEquals(Map.of("dev/red/0.png", "blue"), decisions().relabelled());
        assertEquals("dev/red/1.png", results.chosenProperty().get().picture().key());
        results.exclude();
        assertEquals(Set.of("dev/red/1.png"), decisions().excluded().keySet());
        assertEquals(43, tuning.dataProperty().get().dataset().pictures().size());
        results.undo();
        assertTrue(decisions().excluded().isEmpty());
        results.judge();
        assertEquals(
                19 / 20.0, results.partProperty().get().measures().accuracy().value(), 1e-12);
        results.suspects();
        assertEquals(
                List.of("dev/red/1.png"),
                results.listingProperty().get().pictures().stream()
                        .map(each -> each.picture().key())
                        .toList());
        assertEquals(
                "", results.state(results.listingProperty().get().pictures().get(0)));
    }

    @Test
    void picturesAreTaggedAndTagsAreSubsetsOfTheErrorAnalysis() throws Exception {
        judge();
        List<ListedPicture> five = results.listingProperty().get().pictures().subList(0, 5);
        results.tagging().toggle(five, " backlit ");
        results.tagging().toggle(five.subList(0, 1), "blurred");
        assertEquals(Set.of("backlit", "blurred"), decisions().tags().keySet());
        assertEquals(List.of("backlit", "blurred"), results.tagging().of(five.get(0)));
        results.judge();
        Subset backlit = results.judgedProperty().get().evaluation().subsets().all().stream()
                .filter(subset -> subset.kind().equals("tag"))
                .findFirst()
                .orElseThrow();
        assertEquals("backlit", backlit.name());
        assertEquals(5, backlit.members().length);
        assertEquals(0.4, backlit.error().value(), 1e-12);
        results.tagging().toggle(five.subList(0, 1), "blurred");
        results.tagging().toggle(five, "");
        assertEquals(Set.of("backlit"), decisions().tags().keySet());
        assertEquals(List.of("backlit"), results.tagging().names());
    }

    private Decisions decisions() throws Exception {
        return new DecisionsFile(photos).read();
    }

    @Test
    void suspectedLabelsAreListedAndExported() throws Exception {
        judge();
        results.suspects();
        assertEquals(
                Set.of("dev/red/0.png", "dev/red/1.png"),
                Set.copyOf(results.listingProperty().get().pictures().stream()
                        .map(each -> each.picture().key())
                        .toList()));
        Path table = home.resolve("suspects.csv");
        results.exportSuspects(table);
        assertEquals(3, Files.readAllLines(table).size());
        results.export(home.resolve("handed on"), true);
        assertTrue(Files.exists(home.resolve("handed on/CARD.md")));
    }

    @Test
    void withoutPicturesOrANetworkItSaysWhatToDo() {
        results.judge();
        assertTrue(
                results.problemProperty().get().contains("step Data"),
                results.problemProperty().get());
        assertNull(results.judgedProperty().get());
    }

    @Test
    void adviceFollowsAndPeopleCanBeMeasured() throws Exception {
        AdviceViewModel advice = new AdviceViewModel(results);
        judge();
        assertEquals(2, advice.adviceProperty().get().gaps().size());
        assertNotNull(advice.curveProperty().get());
        assertEquals(12, advice.curveProperty().get().last().pictures());
        advice.enterHuman("2,5 %");
        assertEquals(0.025, advice.humanProperty().get().error().value());
        advice.enterHuman("many");
        assertFalse(advice.humanProblemProperty().get().isEmpty());
        advice.play();
        assertEquals("What is this? Photo 1 of 20", advice.gameText());
        for (int i = 0; i < 20; i++) {
            assertNotNull(advice.photoProperty().get());
            advice.guess(0);
        }
        assertEquals("", advice.gameText());
        assertEquals(0.5, advice.humanProperty().get().error().value());
        assertEquals("measured on 20 pictures", advice.humanProperty().get().source());
    }
}
