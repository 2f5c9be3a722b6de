package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.image.Heatmap;
import vermeer.image.Region;

class AgreementTest {
    private static final Region WHOLE = new Region(0, 0, 2, 2);

    @Test
    void orderDecidesAndSizeDoesNot() {
        Agreement agreement = Agreement.of(
                maps(new float[] {1, 2, 3, 4}, new float[] {-10, 0.5f, 0.6f, 1000}, new float[] {4, 3, 2, 1}), 2, 2);
        assertEquals(1, agreement.correlations().get(0).get(1), 1e-12);
        assertEquals(-1, agreement.correlations().get(0).get(2), 1e-12);
        assertEquals(-1, agreement.correlations().get(2).get(1), 1e-12);
        assertEquals(1, agreement.correlations().get(2).get(2), 1e-12);
        assertEquals(1 + 1 / 3.0, agreement.disagreement(), 1e-12);
    }

    @Test
    void mapsThatAgreeHaveNoDisagreementAndAnEvenMapHasNoOrder() {
        assertEquals(
                0,
                Agreement.of(maps(new float[] {1, 5, 2, 3}, new float[] {2, 10, 4, 6}), 8, 8)
                        .disagreement(),
                1e-9);
        assertEquals(
                0,
                Agreement.of(maps(new float[] {1, 5, 2, 3}, new float[4]), 2, 2)
                        .correlations()
                        .get(0)
                        .get(1));
    }

    @Test
    void ranksShareTheirMeanWhereValuesAreEqualAndNegativeZeroIsZero() {
        assertArrayEquals(
                new double[] {4, 0, 2, 2, 2, 5},
                RankCorrelation.ranks(new float[] {1e-30f, -3, 0, -0f, 0, Float.MAX_VALUE}));
    }

    private static Map<String, Heatmap> maps(float[]... values) {
        Map<String, Heatmap> maps = new LinkedHashMap<>();
        for (float[] each : values) {
            maps.put("map " + maps.size(), new Heatmap(2, 2, each, WHOLE, "test"));
        }
        return maps;
    }
}
