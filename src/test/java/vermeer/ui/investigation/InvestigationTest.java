package vermeer.ui.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.Attribution;
import vermeer.attribution.GradCam;
import vermeer.attribution.Occlusion;
import vermeer.attribution.StoredMaps;
import vermeer.cache.DiskCache;
import vermeer.job.DirectJobRunner;
import vermeer.model.Target;
import vermeer.ui.Pictures;

class InvestigationTest {
    private final List<Exception> failures = new ArrayList<>();
    private final Investigation investigation = new Investigation(new DirectJobRunner(), failures::add);
    private final ToyNetwork network = new ToyNetwork();
    private final OpenPicture red = OpenPicture.of(Path.of("red.png"), Pictures.redSquare());
    private final OpenPicture blue = OpenPicture.of(Path.of("blue.png"), Pictures.blueSquare());

    @Test
    void pictureAndNetworkTogetherGiveAPredictionWhicheverComesFirst() {
        investigation.look(red);
        assertNull(investigation.predictionProperty().get());
        investigation.ask(network);
        assertEquals(
                "scarlet macaw", investigation.predictionProperty().get().best().name());
        investigation.look(blue);
        assertEquals("blue jay", investigation.predictionProperty().get().best().name());
    }

    @Test
    void thePredictedClassIsTheTargetUntilAnotherIsChosen() {
        show(red);
        assertEquals("scarlet macaw", investigation.targetProperty().get().name());
        Target chosen = Target.of(1, "blue jay");
        investigation.explain(chosen);
        assertEquals(chosen, investigation.targetProperty().get());
        investigation.look(blue);
        assertEquals("blue jay", investigation.targetProperty().get().name());
    }

    @Test
    void chosenMethodExplainsEachClassAndPicture() {
        show(red);
        investigation.explainBy(new GradCam());
        ShownMap first = investigation.mapProperty().get();
        assertEquals("scarlet macaw", first.target().name());
        assertFalse(first.unfinished());
        investigation.explain(Target.of(1, "blue jay"));
        assertEquals("blue jay", investigation.mapProperty().get().target().name());
        investigation.look(blue);
        assertEquals(
                "blue.png",
                investigation.mapProperty().get().prediction().picture().name());
    }

    @Test
    void theNextRunFindsASlowMapOnDisk(@TempDir Path folder) {
        StoredMaps stored = new StoredMaps(new DiskCache(folder, 10_000_000));
        List<Integer> passes = new ArrayList<>();
        List<Attribution> maps = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Investigation each = new Investigation(new DirectJobRunner(), Optional.of(stored), failures::add);
            ToyNetwork slow = new ToyNetwork("slow, with a fingerprint", true);
            each.look(red);
            each.ask(slow);
            int before = slow.passes();
            each.explainBy(new Occlusion());
            passes.add(slow.passes() - before);
            maps.add(each.mapProperty().get().attribution());
        }
        assertTrue(passes.get(0) > 1);
        assertEquals(0, passes.get(1));
        assertEquals(maps.get(0), maps.get(1));
    }

    @Test
    void goingBackNeverComputesAgain() {
        show(red);
        investigation.explainBy(new Occlusion());
        ShownMap before = investigation.mapProperty().get();
        investigation.explain(Target.of(1, "blue jay"));
        investigation.explainBy(new GradCam());
        int passes = network.passes();
        investigation.explain(Target.of(0, "scarlet macaw"));
        investigation.explainBy(new Occlusion());
        assertSame(before.map(), investigation.mapProperty().get().map());
        // Grad-CAM of the first class was new, Occlusion was not
        assertTrue(network.passes() - passes <= 1, "passes: " + (network.passes() - passes));
        investigation.look(blue);
        passes = network.passes();
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
        assertSame(before.map(), investigation.mapProperty().get().map());
        assertEquals(passes + 1, network.passes(), "only the prediction is asked again");
    }

    @Test
    void methodThatTheNextNetworkCannotOfferIsDropped() {
        show(red);
        investigation.explainBy(new GradCam());
        investigation.ask(new ToyNetwork("scores only", false));
        assertNull(investigation.methodProperty().get());
        assertNull(investigation.mapProperty().get());
        assertTrue(failures.isEmpty());
    }

    @Test
    void networkThatIsReplacedIsClosedButOneThatIsOnlyEditedIsNot() {
        show(red);
        investigation.askAnew(network);
        assertFalse(network.closed());
    }

    @Test
    void cancellingWithoutAFinishedMapDropsTheMethod() {
        show(red);
        investigation.explainBy(new GradCam());
        investigation.cancel();
        assertEquals("grad-cam", investigation.methodProperty().get().name());
        investigation.explainBy(null);
        assertNull(investigation.mapProperty().get());
    }

    private void show(OpenPicture picture) {
        investigation.look(picture);
        investigation.ask(network);
    }
}
