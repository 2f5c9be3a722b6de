package vermeer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code trust} found, for people. */
final class TrustText {
    private TrustText() {}

    /** @param line what {@code --format json} prints */
    static void print(JsonNode line, PrintWriter out) {
        out.println(line.get("image").textValue() + ": " + line.get("map").textValue() + " of "
                + line.get("target").get("name").textValue());
        line.get("readings").forEach(reading -> reading(reading, out));
        if (line.has("randomisation")) {
            out.println("  " + line.get("randomisation").get("sentence").textValue());
        }
    }

    private static void reading(JsonNode reading, PrintWriter out) {
        if (reading.has("unavailable")) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %-16s not measured: %s",
                    reading.get("measure").textValue(),
                    reading.get("unavailable").textValue()));
            return;
        }
        out.println(String.format(
                Locale.ROOT,
                "  %-16s %8.4f  (%s is better)  %s %s",
                reading.get("measure").textValue(),
                reading.get("value").doubleValue(),
                reading.get("higherIsBetter").booleanValue() ? "higher" : "lower",
                reading.get("sentence").textValue(),
                reading.get("verdict").textValue()));
        reading.get("controls")
                .fields()
                .forEachRemaining(control -> out.println(String.format(
                        Locale.ROOT,
                        "    %-14s %8.4f",
                        control.getKey(),
                        control.getValue().doubleValue())));
    }
}
