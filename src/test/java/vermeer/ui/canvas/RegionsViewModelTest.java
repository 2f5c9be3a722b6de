package vermeer.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vermeer.attribution.GradCam;
import vermeer.image.Region;
import vermeer.job.DirectJobRunner;
import vermeer.trust.PointingTest;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.notice.Notices;

class RegionsViewModelTest {
    /** Where the red square is, which is all the evidence of the class. */
    private static final Region SQUARE = new Region(32, 16, 16, 16);

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private final RegionsViewModel regions = new RegionsViewModel(investigation, runner, notices);

    @BeforeEach
    void explain() {
        investigation.ask(new ToyNetwork());
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
        investigation.explainBy(new GradCam());
    }

    @Test
    void regionThatHoldsAllTheEvidenceIsBoxedInThePicturesPixels() {
        assertTrue(regions.regionsProperty().get().isEmpty(), "nobody asked yet");
        regions.shownProperty().set(true);
        assertEquals(1, regions.regionsProperty().get().size());
        assertEquals(SQUARE, regions.regionsProperty().get().get(0).place());
        assertEquals(1, regions.regionsProperty().get().get(0).share(), 1e-6);
        investigation.explainBy(null);
        assertTrue(regions.regionsProperty().get().isEmpty());
    }

    @Test
    void boxOverHalfOfTheEvidenceHoldsHalfOfIt() {
        regions.boxProperty().set(new Region(32, 16, 8, 16));
        PointingTest half = regions.pointingProperty().get();
        assertEquals(0.5, half.energy(), 1e-6);
        assertEquals(8 * 16 / (64.0 * 64), half.area(), 1e-6);
        regions.boxProperty().set(new Region(0, 40, 30, 20));
        assertEquals(0, regions.pointingProperty().get().energy());
        assertFalse(regions.pointingProperty().get().hit());
    }

    @Test
    void boxStaysForTheNextMapAndGoesWithThePicture() {
        regions.boxProperty().set(SQUARE);
        investigation.explainBy(null);
        assertNull(regions.pointingProperty().get());
        investigation.explainBy(new GradCam());
        assertEquals(1, regions.pointingProperty().get().energy(), 1e-6);
        investigation.look(OpenPicture.of(Path.of("blue.png"), Pictures.blueSquare()));
        assertNull(regions.boxProperty().get());
        assertNull(regions.pointingProperty().get());
    }
}
