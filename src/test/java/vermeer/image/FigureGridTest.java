package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.image.FigureGrid.Cell;
import vermeer.image.FigureGrid.Drawn;
import vermeer.image.FigureGrid.Heading;

class FigureGridTest {
    private static final Heading ROW = new Heading("Occlusion", "window 32");
    private static final Heading COLUMN = new Heading("tabby cat", "predicted");

    @Test
    void everyMapIsDrawnInItsOwnColoursWithItsColourBar() {
        Pixels drawn = new FigureGrid(
                        "cat.png",
                        List.of(ROW),
                        List.of(COLUMN, COLUMN),
                        List.of(cell(Colormap.INFERNO), cell(Colormap.CIVIDIS)),
                        List.of("One scale each."))
                .draw();
        for (Colormap colours : List.of(Colormap.INFERNO, Colormap.CIVIDIS)) {
            long pixels = Arrays.stream(drawn.argb())
                    .filter(pixel -> pixel == colours.colour(1))
                    .count();
            assertTrue(pixels > 100 * 100, colours + " has " + pixels + " pixels");
        }
    }

    @Test
    void cellWithoutAMapHasRoomForItsReason() {
        Cell none = new Cell("Gradient · tabby cat", Optional.empty(), "The operator Toy has no gradient rule.");
        Pixels drawn = new FigureGrid("cat.png", List.of(ROW), List.of(COLUMN), List.of(none), List.of()).draw();
        assertTrue(drawn.height() > 320);
        assertTrue(Arrays.stream(drawn.argb()).allMatch(pixel -> pixel >>> 24 == 0xff), "opaque");
    }

    @Test
    void largePicturesAreDrawnSmall() {
        Picture large = Picture.of(1200, 600, new byte[3 * 1200 * 600]);
        Drawn drawn = new Drawn(large, map(large), new Overlay(Colormap.INFERNO, Scale.fixed(0, 1), 1, true));
        Drawn small = drawn.fitting(300);
        assertEquals(new Region(0, 0, 300, 150), small.map().region());
        assertEquals(150, small.picture().height());
    }

    @Test
    void cellsFillTheGrid() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FigureGrid("cat.png", List.of(ROW), List.of(COLUMN), List.of(), List.of()));
    }

    private static Cell cell(Colormap colours) {
        Picture picture = Picture.of(200, 150, new byte[3 * 200 * 150]);
        Overlay overlay = new Overlay(colours, Scale.fixed(0, 1), 1, false);
        return new Cell("Occlusion · tabby cat", Optional.of(new Drawn(picture, map(picture), overlay)), "own scale");
    }

    private static Heatmap map(Picture picture) {
        return new Heatmap(1, 1, new float[] {1}, Region.of(picture), "drop of the logit");
    }
}
