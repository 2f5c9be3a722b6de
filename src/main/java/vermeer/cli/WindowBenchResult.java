package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What windows measured. */
record WindowBenchResult(List<Row> rows) implements BenchResult {
    private static final int CLICKS = 10;

    /**
     * One model's windows.
     *
     * @param bestStart milliseconds from the start of the Java machine until the prediction was drawn
     * @param medianStart the same, the median of the starts
     * @param firstMap milliseconds from the first choice of Grad-CAM until its map was drawn
     * @param gradCam the median of the ten clicks on further classes
     * @param rssMegabytes after all maps; NaN where the system does not tell
     */
    record Row(
            String model,
            double bestStart,
            double medianStart,
            double firstMap,
            double gradCam,
            int maps,
            double rssMegabytes) {

        static Row of(String model, List<Double> starts, MeasuredWindow.Figures walk) {
            return new Row(
                    model,
                    starts.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                    median(starts),
                    walk.maps().get(0),
                    median(walk.maps().subList(1, 1 + CLICKS)),
                    walk.maps().size(),
                    walk.rssMegabytes().orElse(Double.NaN));
        }
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public void print(PrintWriter out) {
        out.println(String.format(
                "%-32s %9s %9s %9s %11s %13s", "", "start ms", "(median)", "first ms", "grad-cam ms", "RSS MB"));
        for (Row row : rows) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-32s %9.0f %9.0f %9.0f %11.0f %13s",
                    row.model(),
                    row.bestStart(),
                    row.medianStart(),
                    row.firstMap(),
                    row.gradCam(),
                    Double.isNaN(row.rssMegabytes())
                            ? "not told"
                            : String.format(Locale.ROOT, "%.0f (%d maps)", row.rssMegabytes(), row.maps())));
        }
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode models = root.putArray("models");
        for (Row row : rows) {
            ObjectNode node = models.addObject()
                    .put("model", row.model())
                    .put("start_ms", row.bestStart())
                    .put("start_median_ms", row.medianStart())
                    .put("first_map_ms", row.firstMap())
                    .put("grad_cam_ms", row.gradCam())
                    .put("maps", row.maps());
            if (!Double.isNaN(row.rssMegabytes())) {
                node.put("rss_mb", row.rssMegabytes());
            }
        }
        return root;
    }
}
