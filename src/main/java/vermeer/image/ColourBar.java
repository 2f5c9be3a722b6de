package vermeer.image;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The legend of a map: its colours, numbers beside them, and what the numbers mean. How it is drawn is the caller's.
 *
 * @param colours the colour map
 * @param scale the values at its ends
 * @param meaning what a value says, as the map has it
 */
public record ColourBar(Colormap colours, Scale scale, String meaning) {
    private static final int DIGITS = 3;

    /**
     * A number on the bar.
     *
     * @param share where it stands, 0 at the low end and 1 at the high end
     * @param label the number, with a sign that says so where values beyond it are clipped
     */
    public record Tick(double share, String label) {}

    public static ColourBar of(Overlay overlay, Heatmap map) {
        return new ColourBar(overlay.colours(), overlay.scale(), map.meaning());
    }

    /** Numbers at the ends and in the middle; one where the map is zero everywhere. */
    public List<Tick> ticks() {
        if (scale.empty()) {
            return List.of(new Tick(0, number(scale.low())));
        }
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, (scale.clipped() && scale.low() != 0 ? "≤ " : "") + number(scale.low())));
        ticks.add(new Tick(0.5, number(scale.value(0.5))));
        ticks.add(new Tick(1, (scale.clipped() ? "≥ " : "") + number(scale.high())));
        return List.copyOf(ticks);
    }

    /** What the numbers mean, and whether some values lie beyond the ends or all are zero. */
    public String text() {
        if (scale.empty()) {
            return meaning + " (the map is zero everywhere)";
        }
        return scale.clipped()
                ? meaning + " (clipped at the " + number(scale.percentile()) + "th percentile)"
                : meaning;
    }

    /** The bar's colours from the low to the high end, {@code length} of them, as {@code 0xFFRRGGBB}. */
    public int[] gradient(int length) {
        int[] gradient = new int[length];
        for (int i = 0; i < length; i++) {
            gradient[i] = colours.colour(length == 1 ? 0 : i / (length - 1.0));
        }
        return gradient;
    }

    /** A number with three significant digits, plain between 0.001 and 99,999. */
    public static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.2e", value).replace("-", "−");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.replace("-", "−");
    }
}
