package vermeer.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.image.Colormap;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.image.Scale;

class MapColouringTest {

    @Test
    void windowAndExportGiveEachPixelTheSameColour() {
        Heatmap map = randomMap(7, 5);
        Picture black = Picture.of(90, 60, new byte[3 * 90 * 60]);
        Heatmap overAll = new Heatmap(7, 5, map.values(), new Region(0, 0, 90, 60), "");
        for (Colormap colours : Colormap.values()) {
            Scale scale = Scale.of(map, 99);
            int[] exported = new Overlay(colours, scale, 1, true).draw(black, overAll);
            int[] shown =
                    new MapColouring(colours, scale).layer(overAll, 90, 60).argb();
            assertArrayEquals(exported, shown);
        }
    }

    @Test
    void placesWithoutAValueYetAreClear() {
        Heatmap map = new Heatmap(1, 2, new float[] {1, Float.NaN}, new Region(0, 0, 2, 1), "");
        int[] argb = new MapColouring(Colormap.VIRIDIS, Scale.of(map))
                .layer(map, 2, 1)
                .argb();
        assertEquals(0xff, argb[0] >>> 24);
        assertEquals(0, argb[1]);
    }

    private static Heatmap randomMap(int rows, int columns) {
        float[] values = new float[rows * columns];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Heatmap(rows, columns, values, new Region(0, 0, 1, 1), "");
    }
}
