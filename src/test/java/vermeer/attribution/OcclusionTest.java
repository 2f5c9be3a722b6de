package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

class OcclusionTest {
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject =
            new Subject(network.picture(), new Region(0, 0, 64, 64), Target.contrast(0, "first", 1, "second"));

    @ParameterizedTest
    @CsvSource({"32, 16", "20, 9", "64, 64", "200, 50", "7, 7"})
    void equalsTheDefinitionWindowByWindow(int window, int stride) throws Exception {
        Heatmap map = explain(new Occlusion(window, stride, Baseline.GREY, Measure.LOGIT), Sketch.none());
        double[] sums = new double[64 * 64];
        int[] counts = new int[64 * 64];
        float[] grey = network.inputValue(127.5f);
        double whole = value(network.picture());
        for (int top = 0; top == 0 || top < 64 - window + stride; top += stride) {
            for (int left = 0; left == 0 || left < 64 - window + stride; left += stride) {
                Tensor covered = network.picture();
                for (int i = 0; i < covered.data().length; i++) {
                    int row = i / 64 % 64;
                    int column = i % 64;
                    if (row >= top && row < top + window && column >= left && column < left + window) {
                        covered.data()[i] = grey[i / (64 * 64)];
                        sums[i % (64 * 64)] += i < 64 * 64 ? whole : 0;
                        counts[i % (64 * 64)] += i < 64 * 64 ? 1 : 0;
                    }
                }
                double left0 = value(covered);
                for (int row = top; row < Math.min(64, top + window); row++) {
                    for (int column = left; column < Math.min(64, left + window); column++) {
                        sums[row * 64 + column] -= left0;
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            assertEquals(sums[i] / counts[i], map.values()[i], 1e-5, "pixel " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Baseline.class)
    void everyFillWorksInBothLayouts(Baseline fill) throws Exception {
        AttributionMethod occlusion = new Occlusion(16, 8, fill, Measure.PROBABILITY);
        PlantedNetwork other = new PlantedNetwork(Layout.NHWC, false);
        Subject same = new Subject(other.picture(), subject.region(), subject.target());
        Heatmap expected = explain(occlusion, Sketch.none());
        Heatmap actual =
                occlusion.explain(other, same, Sketch.none(), Progress.none()).map();
        for (int i = 0; i < expected.values().length; i++) {
            assertEquals(expected.values()[i], actual.values()[i], 1e-6);
        }
    }

    @Test
    void sketchesSharpenAndEndBeforeTheMap() throws Exception {
        List<Heatmap> sketches = new ArrayList<>();
        Heatmap map = explain(new Occlusion(16, 8, Baseline.ZERO, Measure.LOGIT), sketches::add);
        assertTrue(sketches.size() >= 10, sketches.size() + " sketches");
        double first = distance(sketches.get(0), map);
        double last = distance(sketches.get(sketches.size() - 1), map);
        assertTrue(last < first / 2, first + " at first, " + last + " at last");
        assertFalse(Double.isNaN(first));
    }

    @Test
    void coarsePlacesComeFirstAndEachOnce() {
        OcclusionGrid grid = new OcclusionGrid(224, 160, 32, 8);
        List<OcclusionGrid.Place> places = grid.coarseFirst();
        assertEquals(25 * 17, places.size());
        assertEquals(places.size(), places.stream().distinct().count());
        assertEquals(new OcclusionGrid.Place(0, 0), places.get(0));
        assertEquals(new OcclusionGrid.Place(0, 16), places.get(1));
        assertTrue(places.subList(0, 6).stream().allMatch(place -> place.row() % 8 == 0 && place.column() % 8 == 0));
    }

    @Test
    void aStrideThatLeavesGapsIsRefused() {
        SettingException refused = assertThrows(
                SettingException.class, () -> Settings.apply(new Occlusion(), Map.of("window", "8", "stride", "9")));
        assertEquals(
                "The setting 'stride' (9 px) must not be larger than 'window' (8 px), or parts of the picture would"
                        + " never be covered.",
                refused.getMessage());
    }

    private Heatmap explain(AttributionMethod occlusion, Sketch sketch) throws Exception {
        return occlusion.explain(network, subject, sketch, Progress.none()).map();
    }

    private double value(Tensor input) throws Exception {
        return subject.target().value(network.logits(input, Progress.none()).data(), 0);
    }

    private static double distance(Heatmap a, Heatmap b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += Math.abs(a.values()[i] - b.values()[i]);
        }
        return sum;
    }
}
