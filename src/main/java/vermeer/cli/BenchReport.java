package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the overview measured; times in milliseconds.
 *
 * @param model the model's name
 * @param engine ONNX Runtime's version and provider
 * @param plannedBatch the batch that Vermeer plans for the forward pass
 * @param entries bare forward passes, forward passes, gradients and methods
 * @param occlusion occlusion with window 32 and stride 8
 * @param unavailable the reason of each method that cannot explain this model, by name
 * @param peakRssMegabytes empty where the system does not tell
 */
record BenchReport(
        String model,
        String engine,
        int plannedBatch,
        StartUp startUp,
        List<Entry> entries,
        Windows occlusion,
        Map<String, String> unavailable,
        OptionalDouble peakRssMegabytes)
        implements BenchResult {

    @Override
    public ObjectNode json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode()
                .put("model", model)
                .put("engine", engine)
                .put("plannedBatch", plannedBatch);
        root.set("startUp", json.valueToTree(startUp));
        root.set("entries", json.valueToTree(entries));
        root.set("occlusion", json.valueToTree(occlusion));
        root.set("unavailable", json.valueToTree(unavailable));
        peakRssMegabytes.ifPresent(peak -> root.put("peakRssMegabytes", peak));
        return root;
    }

    @Override
    public void print(PrintWriter out) {
        out.println(model + " with " + engine + ", planned batch " + plannedBatch);
        out.println(line(
                "start-up: command after %.0f ms, model open after %.0f ms, first prediction after %.0f ms",
                startUp.command(), startUp.modelOpen(), startUp.firstPrediction()));
        out.println(line("%-28s %6s %12s %10s", "", "batch", "ms/picture", "x bare"));
        for (Entry entry : entries) {
            out.println(line(
                    "%-28s %6d %12.2f %10.2f", entry.name(), entry.batch(), entry.milliseconds(), entry.multiple()));
        }
        out.println(line(
                "occlusion 32/8: %.0f ms for %d windows, %.2f x the time of as many bare forward passes (%.0f ms)",
                occlusion.milliseconds(), occlusion.windows(), occlusion.multiple(), occlusion.forwards()));
        unavailable.forEach((method, reason) -> out.println(method + ": " + reason));
        peakRssMegabytes.ifPresent(peak -> out.println(line("peak RSS: %.0f MB", peak)));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Milliseconds since the process began. */
    record StartUp(double command, double modelOpen, double firstPrediction) {}

    /**
     * One thing measured.
     *
     * @param batch the number of pictures it was asked for at once
     * @param milliseconds a picture
     * @param multiple of the bare forward pass at the same batch
     */
    record Entry(String name, int batch, double milliseconds, double multiple) {}

    /**
     * Occlusion against its forward passes.
     *
     * @param milliseconds the whole map
     * @param forwards as many bare forward passes as there are windows, at the batch at which they are fastest
     */
    record Windows(int windows, double milliseconds, double forwards, double multiple) {}
}
