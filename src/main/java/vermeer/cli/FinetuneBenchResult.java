package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import vermeer.evaluation.FlippedLabels;

/**
 * What fine-tuning took and came to.
 *
 * @param flips how well labels that were flipped on purpose are found, one a seed; empty where that was not asked for
 */
record FinetuneBenchResult(List<Row> rows, List<FlippedLabels> flips) implements BenchResult {

    /**
     * One run.
     *
     * @param layers retrained besides the head
     * @param featureSeconds for the frozen part, once over all photos, reading included
     * @param epochSeconds a mean, with the judging of dev
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

    /** A table in Markdown, so that it goes into a page as it is. */
    @Override
    public void print(PrintWriter out) {
        if (!flips.isEmpty()) {
            out.println(String.format(
                    Locale.ROOT,
                    "labels: %d of them flipped, %d seeds: precision %.2f at a recall of 0.6; of the sure suspects %.2f are"
                            + " flipped, %.2f of the flipped are among them",
                    flips.get(0).flipped(),
                    flips.size(),
                    mean(FlippedLabels::precision),
                    mean(FlippedLabels::listed),
                    mean(FlippedLabels::found)));
        }
        if (rows.isEmpty()) {
            return;
        }
        out.println("| run | seed | layers | parameters | features s | s an epoch | all s | dev right |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach(row -> print(out, row, Integer.toString(row.seed())));
        rows.stream().map(Row::choice).distinct().forEach(choice -> {
            List<Row> own =
                    rows.stream().filter(row -> row.choice().equals(choice)).toList();
            Row first = own.get(0);
            Row mean = new Row(
                    choice,
                    0,
                    first.layers(),
                    first.parameters(),
                    mean(own, Row::featureSeconds),
                    mean(own, Row::epochSeconds),
                    mean(own, Row::seconds),
                    mean(own, Row::accuracy));
            print(out, mean, "mean");
        });
    }

    private static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(0);
    }

    private static void print(PrintWriter out, Row row, String seed) {
        out.println(String.format(
                Locale.ROOT,
                "| %-8s | %4s | %d | %,9d | %4.1f | %5.2f | %5.1f | %.1f %% |",
                row.choice(),
                seed,
                row.layers(),
                row.parameters(),
                row.featureSeconds(),
                row.epochSeconds(),
                row.seconds(),
                100 * row.accuracy()));
    }

    /** Of the seeds where it is defined. */
    private double mean(ToDoubleFunction<FlippedLabels> value) {
        return flips.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(Double.NaN);
    }

    @Override
    public ObjectNode json() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.set("runs", json.valueToTree(rows));
        root.set("flippedLabels", json.valueToTree(flips));
        return root;
    }
}
