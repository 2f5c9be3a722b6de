package vermeer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis that ends at round numbers.
 *
 * @param low the number at its beginning
 * @param high the number at its end
 * @param step between two ticks
 */
record ChartAxis(double low, double high, double step) {
    private static final int TICKS = 5;

    /** An axis from 0 that holds all of these values. */
    static ChartAxis holding(double least, double most) {
        double low = Math.min(0, least);
        double high = Math.max(most, low + 1e-6);
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            step = power * factor;
            if (step >= rough * 0.999) {
                break;
            }
        }
        return new ChartAxis(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** The tick's number with as many digits as tell two of them apart. */
    String label(double tick) {
        int digits = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        boolean half = Math.abs(step * Math.pow(10, digits) - Math.rint(step * Math.pow(10, digits))) > 1e-6;
        return String.format(
                Locale.ROOT, "%." + (half ? digits + 1 : digits) + "f", Math.abs(tick) < step / 2 ? 0 : tick);
    }

    /** Where a value lies, 0 at the axis's beginning, 1 at its end. */
    double share(double value) {
        return (value - low) / (high - low);
    }
}
