package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.model.OpenModel;

/** Measures how fast this machine explains. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast this machine predicts and explains with a model.",
            "",
            "Times are in milliseconds a picture, the best of several runs. Multiples compare with the bare forward"
                    + " pass of the same run, at the same batch:",
            "  start-up   from the start of this process: until the command begins, until the model is open, and until"
                    + " the first prediction is there",
            "  bare       one call of ONNX Runtime with the model's own graph, the whole batch at once",
            "  forward    the logits of that many pictures as Vermeer computes them, in batches of its own planning",
            "  gradient   the same with the gradient of a class's logit with respect to the input",
            "  methods    one picture explained with the method's default settings, compared with the bare forward"
                    + " pass at batch 1",
            "  occlusion 32/8  occlusion with window 32 and stride 8, compared with as many bare forward passes as it"
                    + " has windows (625 at 224 px), at the batch at which they are fastest",
            "  peak RSS   the most memory that this process ever had in RAM (VmHWM), where the system tells",
            "The planned batch is the one that was measured to be fastest, as far as memory allows."
        })
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model (default: the bundled EfficientNet-Lite0).")
    private Path file;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "Measures only this method; may be repeated (default: all).")
    private List<String> methods = List.of();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (${DEFAULT-VALUE}).")
    private OutputFormat format;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        double commandBegan = ProcessFacts.millisecondsSinceStart();
        List<AttributionMethod> chosen = chosen();
        Path path = file == null ? SampleFiles.model() : file;
        try (OpenModel model = surroundings.models().open(path, Optional.empty(), surroundings.progress())) {
            ProgressLine line = new ProgressLine(surroundings.terminal(), "Measuring " + path.getFileName());
            BenchReport report = new Benchmark(surroundings, model, chosen, line).run(commandBegan);
            line.clear();
            if (format == OutputFormat.JSON) {
                surroundings.terminal().out().println(describe(report));
            } else {
                print(report, surroundings.terminal().out());
            }
        }
        return 0;
    }

    private List<AttributionMethod> chosen() {
        for (String name : methods) {
            if (AttributionMethods.named(name).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "There is no method '" + name + "'; 'vermeer methods' lists them.");
            }
        }
        return AttributionMethods.all().stream()
                .filter(method -> methods.isEmpty() || methods.contains(method.name()))
                .toList();
    }

    private static ObjectNode describe(BenchReport report) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode()
                .put("model", report.model())
                .put("engine", report.engine())
                .put("plannedBatch", report.plannedBatch());
        root.set("startUp", json.valueToTree(report.startUp()));
        root.set("entries", json.valueToTree(report.entries()));
        root.set("occlusion", json.valueToTree(report.occlusion()));
        root.set("unavailable", json.valueToTree(report.unavailable()));
        report.peakRssMegabytes().ifPresent(peak -> root.put("peakRssMegabytes", peak));
        return root;
    }

    private static void print(BenchReport report, PrintWriter out) {
        out.println(report.model() + " with " + report.engine() + ", planned batch " + report.plannedBatch());
        out.println(line(
                "start-up: command after %.0f ms, model open after %.0f ms, first prediction after %.0f ms",
                report.startUp().command(),
                report.startUp().modelOpen(),
                report.startUp().firstPrediction()));
        out.println(line("%-28s %6s %12s %10s", "", "batch", "ms/picture", "x bare"));
        for (BenchReport.Entry entry : report.entries()) {
            out.println(line(
                    "%-28s %6d %12.2f %10.2f", entry.name(), entry.batch(), entry.milliseconds(), entry.multiple()));
        }
        BenchReport.Windows occlusion = report.occlusion();
        out.println(line(
                "occlusion 32/8: %.0f ms for %d windows, %.2f x the time of as many bare forward passes (%.0f ms)",
                occlusion.milliseconds(), occlusion.windows(), occlusion.multiple(), occlusion.forwards()));
        report.unavailable().forEach((method, reason) -> out.println(method + ": " + reason));
        report.peakRssMegabytes().ifPresent(peak -> out.println(line("peak RSS: %.0f MB", peak)));
    }

    private static String line(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
