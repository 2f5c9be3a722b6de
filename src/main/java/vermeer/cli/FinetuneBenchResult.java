package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What fine-tuning took and came to. */
record FinetuneBenchResult(List<Row> rows) implements BenchResult {

    /**
     * One run.
     *
     * @param layers retrained besides the head
     * @param featureSeconds for the frozen part, once over all photos, reading included
     * @param epochSeconds a mean, with the judging of dev and the starting of the process
     * @param seconds from the opened network to the saved and checked one
     * @param accuracy on dev
     */
    record Row(
            String choice,
            int seed,
            int layers,
            long parameters,
            double featureSeconds,
            double epochSeconds,
            double seconds,
            double accuracy) {}

    @Override
    public void print(PrintWriter out) {
        out.println(String.format(
                "%-9s %4s %6s %11s %10s %9s %8s %9s",
                "", "seed", "layers", "parameters", "features s", "s/epoch", "all s", "dev right"));
        for (Row row : rows) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-9s %4d %6d %,11d %10.1f %9.2f %8.1f %7.1f %%",
                    row.choice(),
                    row.seed(),
                    row.layers(),
                    row.parameters(),
                    row.featureSeconds(),
                    row.epochSeconds(),
                    row.seconds(),
                    100 * row.accuracy()));
        }
        rows.stream()
                .map(Row::choice)
                .distinct()
                .forEach(choice -> out.println(String.format(
                        Locale.ROOT,
                        "%-9s mean dev accuracy %.1f %%",
                        choice,
                        100
                                * rows.stream()
                                        .filter(row -> row.choice().equals(choice))
                                        .mapToDouble(Row::accuracy)
                                        .average()
                                        .orElse(0))));
    }

    @Override
    public ObjectNode json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.set("runs", json.valueToTree(rows));
        return root;
    }
}
