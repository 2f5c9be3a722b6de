package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static Heatmap map(float... values) {
        return new Heatmap(1, values.length, values, new Region(0, 0, 1, 1), "share of the logit");
    }

    @Test
    void aSignedMapHasZeroInTheMiddle() {
        Scale scale = Scale.of(map(-1, 0, 4));

        assertEquals(new Scale(-4, 4, 100), scale);
        assertEquals(0.5, scale.share(0));
        assertEquals(Colormap.BLUE_RED, Colormap.suiting(scale));
    }

    @Test
    void aNegativeMapKeepsItsSign() {
        assertEquals(new Scale(-3, 3, 100), Scale.of(map(-3, -1)));
    }

    @Test
    void aPositiveMapStartsAtZero() {
        Scale scale = Scale.of(map(2, 3));

        assertEquals(new Scale(0, 3, 100), scale);
        assertFalse(Colormap.suiting(scale).diverging());
    }

    @Test
    void aMapOfZerosIsEmptyAndSaysSo() {
        Scale scale = Scale.of(map(0, 0));
        ColourBar bar = new ColourBar(Colormap.INFERNO, scale, "share of the logit");

        assertTrue(scale.empty());
        assertEquals(0, scale.share(0));
        assertEquals("share of the logit (the map is zero everywhere)", bar.text());
        assertEquals(1, bar.ticks().size());
    }

    @Test
    void outliersMayBeClippedAndTheBarSaysSo() {
        float[] values = new float[100];
        for (int i = 0; i < 100; i++) {
            values[i] = -i;
        }
        values[99] = 1000;
        Scale scale = Scale.of(map(values), 99);
        ColourBar bar = new ColourBar(Colormap.BLUE_RED, scale, "m");

        assertEquals(new Scale(-98, 98, 99), scale);
        assertEquals(1, scale.share(1000));
        assertEquals("m (clipped at the 99th percentile)", bar.text());
        assertEquals(
                List.of("≤ −98", "0", "≥ 98"),
                bar.ticks().stream().map(ColourBar.Tick::label).toList());
    }

    @Test
    void clippingAMapThatIsNearlyAllZeroDoesNotEmptyIt() {
        float[] values = new float[1000];
        values[3] = 5;

        assertEquals(5, Scale.of(map(values), 90).high());
    }

    @Test
    void notANumberIsNoValue() {
        Scale scale = Scale.of(map(Float.NaN, 2, Float.POSITIVE_INFINITY));

        assertEquals(2, scale.high());
        assertTrue(Double.isNaN(scale.share(Double.NaN)));
    }

    @Test
    void numbersHaveThreeDigits() {
        assertEquals("0.561", ColourBar.number(0.56123));
        assertEquals("−12.3", ColourBar.number(-12.345));
        assertEquals("1230", ColourBar.number(1234.5));
        assertEquals("1.23e−07", ColourBar.number(1.234e-7));
        assertEquals("0", ColourBar.number(0));
    }
}
