package vermeer.ui.tuning.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.ClassChange;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.tuning.TunedServices;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.results.ResultsViewModel;
import vermeer.ui.workbench.Workbench;

/** Two networks on the same photos: the difference, the classes, the photos, and both maps, without a toolkit. */
class ComparisonViewModelTest {
    @TempDir
    Path home;

    private ResultsViewModel results;
    private ComparisonViewModel comparison;

    @BeforeEach
    void judged() throws Exception {
        Workbench workbench = new Workbench(TunedServices.in(home), new DirectJobRunner(), new JobViewModel());
        workbench.opening().onModel(TinyNetwork.write(home));
        Tuning tuning = new Tuning(workbench);
        results = new ResultsViewModel(tuning);
        tuning.use(Prepared.of(TunedServices.photos(home), Progress.none()));
        results.judge();
        comparison = new ComparisonViewModel(
                tuning, results.judgedProperty().get(), results.partProperty().get());
    }

    /** One that takes blue for red and red for blue. */
    private Path other() throws Exception {
        Path folder = Files.createDirectories(home.resolve("other"));
        Path file = TinyNetwork.write(folder);
        Files.writeString(folder.resolve("colours.txt"), "blue\ngreen\nred\n");
        return file;
    }

    @Test
    void theDifferenceItsClassesAndThePhotosOfDisagreementAreFound() throws Exception {
        comparison.with(other());
        assertEquals("", comparison.problemProperty().get());
        Pair pair = comparison.pairProperty().get();
        assertEquals("dev", pair.part());
        assertEquals(List.of("blue", "red"), pair.after().predictions().classNames());
        // 18 of dev's 20 photos are named rightly now and wrongly by the other; two mislabelled ones the other way
        // round
        assertEquals(18, pair.comparison().onlySecond());
        assertEquals(2, pair.comparison().onlyFirst());
        assertEquals(0.8, pair.comparison().gain().value(), 1e-12);
        assertEquals(20, pair.disagreements().size());
        List<ClassChange> classes = pair.classes();
        assertEquals(
                List.of("blue", "red"), classes.stream().map(ClassChange::name).toList());
        assertEquals(1, classes.get(0).after().value());
        assertEquals(0.2, classes.get(1).before().value(), 1e-12);
        assertEquals(0.6, classes.get(1).change().gain().value(), 1e-12);
        assertTrue(ComparisonText.verdict(pair).endsWith("is better on these photos."), ComparisonText.verdict(pair));
        assertTrue(ComparisonText.figures(pair).contains("+80.0 points"), ComparisonText.figures(pair));
    }

    @Test
    void bothMapsOfAPhotoAreDrawnEachOfItsNetworksOwnAnswer() throws Exception {
        comparison.with(other());
        Pair pair = comparison.pairProperty().get();
        int index = pair.disagreements().get(0);
        comparison.explain(index);
        SideMaps maps = comparison.mapsProperty().get();
        assertNotNull(maps);
        assertEquals(index, maps.index());
        assertEquals(48 * 32, maps.before().overlay().length);
        assertFalse(pair.before().answer(index).equals(pair.after().answer(index)));
        assertTrue(
                maps.after().explained().startsWith(pair.after().answer(index)),
                maps.after().explained());
        // the two call the same thing by different names, so they look at the same place
        assertTrue(Arrays.equals(maps.before().overlay(), maps.after().overlay()));
    }

    @Test
    void aNetworkThatKnowsNoneOfTheClassesIsRefusedInASentence() throws Exception {
        Path stranger = other();
        Files.writeString(stranger.resolveSibling("colours.txt"), "cat\ndog\nbird\n");
        comparison.with(stranger);
        assertTrue(
                comparison.problemProperty().get().contains("does not know the classes"),
                comparison.problemProperty().get());
        comparison.withOpened();
        assertTrue(
                comparison.problemProperty().get().contains("Open the network to compare with"),
                comparison.problemProperty().get());
    }
}
