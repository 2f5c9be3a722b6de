package vermeer.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.GradCam;
import vermeer.attribution.GradientTimesInput;
import vermeer.image.Colormap;
import vermeer.image.Region;
import vermeer.job.DirectJobRunner;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.notice.Notices;
import vermeer.ui.preference.PreferencesFile;
import vermeer.ui.preference.PreferencesViewModel;

class CanvasViewModelTest {
    @TempDir
    Path home;

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final ToyNetwork network = new ToyNetwork();
    private Investigation investigation;
    private CanvasViewModel canvas;

    @BeforeEach
    void open() {
        investigation = new Investigation(runner, notices.failing("This"));
        canvas = canvas();
        investigation.ask(network);
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
    }

    @Test
    void whatTheCropLeavesOutIsKnown() {
        assertEquals(new Region(16, 0, 64, 64), canvas.seenProperty().get());
    }

    @Test
    void networksViewShowsWhatTheNetworkReads() {
        canvas.networkViewProperty().set(true);
        assertEquals(64, canvas.pictureProperty().get().width());
        assertEquals(0xff0000, canvas.pictureProperty().get().rgb(20, 20) & 0xff00ff);
        canvas.networkViewProperty().set(false);
        assertEquals(96, canvas.pictureProperty().get().width());
    }

    @Test
    void mapsOfBothSignsGetADivergingColourMapAndOthersDoNot() {
        investigation.look(OpenPicture.of(Path.of("both.png"), Pictures.redAndBlueSquare()));
        investigation.explainBy(new GradientTimesInput());
        assertTrue(canvas.coloursProperty().get().diverging());
        investigation.explainBy(new GradCam());
        assertFalse(canvas.coloursProperty().get().diverging());
        assertTrue(canvas.choicesProperty().get().stream().noneMatch(Colormap::diverging));
    }

    @Test
    void recolouringAndOpacityComputeNothing() {
        investigation.explainBy(new GradCam());
        int passes = network.passes();
        int[] before = canvas.layerProperty().get().argb();
        canvas.coloursProperty().set(Colormap.CIVIDIS);
        canvas.stepOpacity(1);
        assertNotEquals(before[0], canvas.layerProperty().get().argb()[0]);
        assertEquals(passes, network.passes());
    }

    @Test
    void opacityStaysBetweenNothingAndAll() {
        canvas.stepOpacity(-100);
        assertEquals(0, canvas.opacityProperty().get());
        canvas.stepOpacity(100);
        assertEquals(1, canvas.opacityProperty().get());
    }

    @Test
    void titleNamesMethodClassAndSettings() {
        assertNull(canvas.titleProperty().get());
        investigation.explainBy(new GradCam());
        assertEquals(
                "Grad-CAM of scarlet macaw (layer automatic, relu true)",
                canvas.titleProperty().get().line());
    }

    @Test
    void choiceOfColoursAndOpacityOutlivesTheWindow() {
        investigation.explainBy(new GradCam());
        canvas.coloursProperty().set(Colormap.CIVIDIS);
        canvas.setOpacity(0.3);
        canvas.remember();
        CanvasViewModel next = canvas();
        assertEquals(Colormap.CIVIDIS, next.coloursProperty().get());
        assertEquals(0.3, next.opacityProperty().get());
    }

    @Test
    void noMapLiesOverThePictureAfterIt() {
        investigation.explainBy(new GradCam());
        List<String> inSight = new ArrayList<>();
        canvas.layerProperty().subscribe(layer -> inSight.add("map"));
        canvas.pictureProperty().subscribe(shown -> inSight.add("picture"));
        inSight.clear();
        Investigation other = new Investigation(runner, notices.failing("This"));
        other.ask(network);
        other.look(OpenPicture.of(Path.of("blue.png"), Pictures.blueSquare()));
        other.explainBy(new GradCam());
        investigation.look(
                other.predictionProperty().get(),
                other.targetProperty().get(),
                Optional.of(other.mapProperty().get()));
        assertEquals(List.of("map", "picture"), inSight, "neither goes away, and the picture waits for its map");
        assertEquals(Pictures.blueSquare(), canvas.pictureProperty().get());
    }

    private CanvasViewModel canvas() {
        PreferencesFile file = new PreferencesFile(home.resolve("preferences.json"));
        return new CanvasViewModel(
                investigation, runner, new PreferencesViewModel(file, runner, notices::warn), notices);
    }
}
