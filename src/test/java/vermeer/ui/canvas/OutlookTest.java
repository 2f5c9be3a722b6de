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
        Region home = new Region(50, 0, 300, 300);
        Viewport followed = Outlook.of(viewport, home, 200, 180).viewport(home, 200, 180);
        assertEquals(viewport.scale(), followed.scale(), 1e-9);
        assertEquals(viewport.x(), followed.x(), 1e-9);
        assertEquals(viewport.y(), followed.y(), 1e-9);
    }

    @Test
    void pictureOfAnotherSizeShowsTheSamePartOfItsHome() {
        Region home = new Region(50, 0, 300, 300);
        Region other = new Region(0, 100, 600, 600);
        Viewport viewport = new Viewport(2, -300, -120);
        Viewport followed = Outlook.of(viewport, home, 200, 200).viewport(other, 400, 400);
        assertEquals((viewport.toPictureX(0) - 50) / 300, followed.toPictureX(0) / 600, 1e-9);
        assertEquals(viewport.toPictureY(200) / 300, (followed.toPictureY(400) - 100) / 600, 1e-9);
    }

    @Test
    void fittedHomeIsTheWholeOutlook() {
        Region home = new Region(10, 20, 640, 480);
        Viewport fitted = Outlook.WHOLE.viewport(home, 300, 300);
        assertTrue(Outlook.of(fitted, home, 300, 300).whole());
        assertFalse(Outlook.of(fitted.panned(5, 0), home, 300, 300).whole());
        assertEquals(10, fitted.toPictureX(0), 1e-9);
        assertEquals(650, fitted.toPictureX(300), 1e-9);
    }

    @Test
    void boxMovesBetweenThePictureAndWhatTheNetworkSees() {
        Frame frame = new Frame(new Region(16, 0, 64, 64), new Region(0, 0, 32, 32));
        Region box = new Region(32, 16, 16, 8);
        assertEquals(new Region(8, 8, 8, 4), frame.toShown(box));
        assertEquals(box, frame.toOriginal(frame.toShown(box)));
    }
}
