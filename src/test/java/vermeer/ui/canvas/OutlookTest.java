package vermeer.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vermeer.image.Region;

class OutlookTest {

    @Test
    void sameViewOfTheSameSizeIsTheSameViewport() {
        Viewport viewport = Viewport.fit(400, 300, 200, 180).zoomed(3, 60, 70);
        Viewport followed = Outlook.of(viewport, 400, 300, 200, 180).viewport(400, 300, 200, 180);
        assertEquals(viewport.scale(), followed.scale(), 1e-9);
        assertEquals(viewport.x(), followed.x(), 1e-9);
        assertEquals(viewport.y(), followed.y(), 1e-9);
    }

    @Test
    void pictureOfAnotherSizeShowsTheSamePart() {
        Viewport viewport = Viewport.fit(400, 300, 200, 150).zoomed(4, 50, 50);
        Viewport followed = Outlook.of(viewport, 400, 300, 200, 150).viewport(800, 600, 400, 300);
        assertEquals(viewport.toPictureX(0) / 400, followed.toPictureX(0) / 800, 1e-9);
        assertEquals(viewport.toPictureY(150) / 300, followed.toPictureY(300) / 600, 1e-9);
    }

    @Test
    void fittedPictureIsTheWholeOne() {
        Viewport fitted = Viewport.fit(640, 480, 300, 300);
        assertTrue(Outlook.of(fitted, 640, 480, 300, 300).whole());
        assertFalse(Outlook.of(fitted.panned(5, 0), 640, 480, 300, 300).whole());
    }

    @Test
    void boxMovesBetweenThePictureAndWhatTheNetworkSees() {
        Frame frame = new Frame(new Region(16, 0, 64, 64), new Region(0, 0, 32, 32));
        Region box = new Region(32, 16, 16, 8);
        assertEquals(new Region(8, 8, 8, 4), frame.toShown(box));
        assertEquals(box, frame.toOriginal(frame.toShown(box)));
    }
}
