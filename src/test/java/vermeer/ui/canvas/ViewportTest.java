package vermeer.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewportTest {

    @Test
    void fittedPictureIsCentredAndWholeInSight() {
        Viewport fitted = Viewport.fit(400, 200, 800, 800);
        assertEquals(new Viewport(2, 0, 200), fitted);
    }

    @Test
    void zoomingKeepsThePointUnderTheMouse() {
        Viewport before = new Viewport(1.5, 10, 20);
        Viewport after = before.zoomed(2, 123, 77);
        assertEquals(before.toPictureX(123), after.toPictureX(123), 1e-9);
        assertEquals(before.toPictureY(77), after.toPictureY(77), 1e-9);
        assertEquals(3, after.scale(), 1e-9);
    }

    @Test
    void zoomHasEnds() {
        assertEquals(Viewport.LARGEST, new Viewport(1, 0, 0).zoomed(1e9, 5, 5).scale());
        assertEquals(Viewport.SMALLEST, new Viewport(1, 0, 0).zoomed(1e-9, 5, 5).scale());
    }

    @Test
    void pictureCannotBeLostOutOfSight() {
        Viewport kept = new Viewport(1, 5000, -5000).kept(100, 100, 300, 300);
        assertTrue(kept.x() < 300 && kept.x() + 100 > 0);
        assertTrue(kept.y() < 300 && kept.y() + 100 > 0);
    }

    @Test
    void emptyViewIsNoProblem() {
        assertEquals(1, Viewport.fit(100, 100, 0, 0).scale());
    }
}
