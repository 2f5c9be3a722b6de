package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What {@code bench attacks} measured.
 *
 * @param pictures how many were attacked
 * @param rates of attacks that have an epsilon
 * @param smallest of attacks that look for a small change
 * @param times on one picture
 */
record AttacksReport(
        String model, String engine, int pictures, List<Rate> rates, List<Smallest> smallest, List<Time> times)
        implements BenchResult {

    /**
     * How often an attack succeeds, as shares of the pictures.
     *
     * @param inputUnrounded in the network's input, before rounding
     * @param inputRounded there, after rounding to 8 bits
     * @param picture in the original picture, rounded to 8 bits
     */
    record Rate(String attack, double epsilon, double inputUnrounded, double inputRounded, double picture) {}

    /**
     * How small a change an attack finds.
     *
     * @param inputMedian the median L2 norm in the network's input, unrounded, where the full range is 1
     * @param pictureMedian the same in the original picture, rounded to 8 bits
     */
    record Smallest(String attack, double inputUnrounded, double inputMedian, double picture, double pictureMedian) {}

    /** Milliseconds, and the multiple of as many bare forward passes as it has steps. */
    record Time(String name, double milliseconds, double timesBare) {}

    @Override
    public void print(PrintWriter out) {
        out.println(model + " with " + engine + ", " + pictures + " pictures");
        if (!rates.isEmpty()) {
            out.println(line(
                    "%-16s %8s %16s %14s %9s", "success", "epsilon", "input unrounded", "input 8 bits", "picture"));
        }
        rates.forEach(rate -> out.println(line(
                "%-16s %8s %16.3f %14.3f %9.3f",
                rate.attack(), rate.epsilon(), rate.inputUnrounded(), rate.inputRounded(), rate.picture())));
        smallest.forEach(found -> out.println(line(
                "%s: unrounded input %.3f with median L2 %.4f; picture of 8 bits %.3f with median L2 %.4f",
                found.attack(), found.inputUnrounded(), found.inputMedian(), found.picture(), found.pictureMedian())));
        if (!times.isEmpty()) {
            out.println(line("%-20s %10s %10s", "speed", "ms", "x bare"));
        }
        times.forEach(
                time -> out.println(line("%-20s %10.1f %10.2f", time.name(), time.milliseconds(), time.timesBare())));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    @Override
    public ObjectNode json() {
        return new ObjectMapper().valueToTree(this);
    }
}
