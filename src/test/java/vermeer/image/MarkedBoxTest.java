package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedBoxTest {
    private static final int SIDE = 200;

    @Test
    void theEdgesOfABoxAreDrawnWhereItLiesAndNothingElseChanges() {
        Pixels drawn = MarkedBox.draw(grey(), List.of(new MarkedBox(new Region(50, 60, 80, 40), "", false)));
        assertEquals(0xffffffff, drawn.argb()[80 * SIDE + 50], "the left edge");
        assertEquals(0xffffffff, drawn.argb()[60 * SIDE + 90], "the upper edge");
        assertEquals(0xff808080, drawn.argb()[80 * SIDE + 90], "inside");
        assertEquals(0xff808080, drawn.argb()[30 * SIDE + 30], "outside");
    }

    @Test
    void aPersonsBoxIsOfAnotherColourAndDashed() {
        Pixels drawn = MarkedBox.draw(grey(), List.of(new MarkedBox(new Region(20, 20, 150, 150), "", true)));
        int[] edge = new int[100];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = drawn.argb()[20 * SIDE + 40 + i];
        }
        assertNotEquals(1, Arrays.stream(edge).distinct().count(), "dashes");
        assertEquals(
                1,
                Arrays.stream(edge)
                        .filter(pixel -> pixel == 0xffffd60a)
                        .limit(1)
                        .count());
    }

    @Test
    void aBoxAtTheUpperEdgeKeepsItsLabelInsideThePicture() {
        Pixels drawn = MarkedBox.draw(grey(), List.of(new MarkedBox(new Region(10, 2, 120, 80), "1", false)));
        assertEquals(0xffffffff, drawn.argb()[8 * SIDE + 14], "the label's ground");
    }

    @Test
    void withoutBoxesThePictureStays() {
        Pixels picture = grey();
        assertSame(picture, MarkedBox.draw(picture, List.of()));
    }

    private static Pixels grey() {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, 0xff808080);
        return new Pixels(SIDE, SIDE, pixels);
    }
}
