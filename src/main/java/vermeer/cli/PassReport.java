package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What things cost, in bare forward passes.
 *
 * @param model the model's name
 * @param engine ONNX Runtime's version and provider
 * @param entries in the order measured
 * @param unavailable the reason of what could not be measured, by name
 */
record PassReport(String model, String engine, List<Entry> entries, Map<String, String> unavailable)
        implements BenchResult {

    /**
     * One thing measured.
     *
     * @param milliseconds the whole of it
     * @param bare milliseconds of one bare forward pass, measured in turns with it
     * @param forwards pictures that went forward through the network only
     * @param gradients pictures that went forward and back
     */
    record Entry(String name, double milliseconds, double bare, int forwards, int gradients) {

        /** In bare forward passes. */
        double multiple() {
            return milliseconds / bare;
        }

        /** In as many bare forward passes as it ran; of no meaning where it ran gradients. */
        double ofItsForwards() {
            return milliseconds / bare / forwards;
        }
    }

    @Override
    public ObjectNode json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode().put("model", model).put("engine", engine);
        ArrayNode written = root.putArray("entries");
        for (Entry entry : entries) {
            ObjectNode node = json.valueToTree(entry);
            written.add(node.put("multiple", entry.multiple()));
            if (entry.gradients() == 0 && entry.forwards() > 0) {
                node.put("multipleOfItsForwards", entry.ofItsForwards());
            }
        }
        root.set("unavailable", json.valueToTree(unavailable));
        return root;
    }

    @Override
    public void print(PrintWriter out) {
        out.println(model + " with " + engine);
        out.println(line(
                "%-26s %10s %8s %9s %10s %9s %14s",
                "", "ms", "bare ms", "forwards", "gradients", "x bare", "x its forwards"));
        for (Entry entry : entries) {
            boolean only = entry.gradients() == 0 && entry.forwards() > 0;
            out.println(line(
                    "%-26s %10.1f %8.2f %9d %10d %9.1f %14s",
                    entry.name(),
                    entry.milliseconds(),
                    entry.bare(),
                    entry.forwards(),
                    entry.gradients(),
                    entry.multiple(),
                    only ? line("%.2f", entry.ofItsForwards()) : ""));
        }
        unavailable.forEach((name, reason) -> out.println(name + ": " + reason));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
