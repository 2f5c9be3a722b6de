package vermeer.cli;

import java.util.List;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.model.OpenModel;

/** What {@code bench} measures unless another suite is named: start-up, passes, and every method once. */
final class OverviewBench implements BenchSuite {

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public List<String> about() {
        return List.of(
                "start-up   from the start of this process: until the command begins, until the model is open, and"
                        + " until the first prediction is there",
                "bare       one call of ONNX Runtime with the model's own graph, the whole batch at once",
                "forward    the logits of that many pictures as Vermeer computes them, in batches of its own planning",
                "gradient   the same with the gradient of a class's logit with respect to the input",
                "methods    one picture explained with the method's default settings, compared with the bare forward"
                        + " pass at batch 1",
                "occlusion 32/8  occlusion with window 32 and stride 8, compared with as many bare forward passes as it"
                        + " has windows (625 at 224 px), at the batch at which they are fastest",
                "peak RSS   the most memory that this process ever had in RAM (VmHWM), where the system tells",
                "The planned batch is the one that was measured to be fastest, as far as memory allows.");
    }

    @Override
    public List<String> choices() {
        return AttributionMethods.all().stream().map(AttributionMethod::name).toList();
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        List<AttributionMethod> methods = AttributionMethods.all().stream()
                .filter(method -> request.wants(method.name()))
                .toList();
        try (OpenModel model = request.open()) {
            ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Measuring " + model.name());
            try {
                return new Benchmark(request.surroundings(), model, methods, line).run(request.commandBegan());
            } finally {
                line.clear();
            }
        }
    }
}
