package vermeer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.Region;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/** What every method costs beside the passes that it cannot do without. */
final class MethodsBench implements BenchSuite {

    @Override
    public String name() {
        return "methods";
    }

    @Override
    public List<String> about() {
        return List.of(
                "Every method with its default settings on one picture, in turns with bare forward passes; the least"
                        + " time of each counts.",
                "x bare          the method's time over that of one bare forward pass, at the batch at which it is"
                        + " fastest",
                "x its forwards  the same over as many bare forward passes as the method ran pictures, where it ran no"
                        + " gradients");
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
        Map<String, String> unavailable = new LinkedHashMap<>();
        List<PassReport.Entry> entries = new ArrayList<>();
        ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Measuring methods");
        try (OpenModel model = request.open();
                PassBench bench = new PassBench(request.surroundings(), model)) {
            Tensor picture = PassBench.randomPictures(model, 1);
            Answer answer = Answer.of(model, picture, request.surroundings().progress());
            Subject subject = new Subject(
                    picture, new Region(0, 0, 1, 1), model.target(answer.best().index()));
            for (AttributionMethod method : methods) {
                Optional<String> reason = method.unavailable(model);
                reason.ifPresent(why -> unavailable.put(method.name(), why));
                if (reason.isEmpty()) {
                    entries.add(bench.measure(
                            method.name(),
                            progress -> method.explain(bench.model(), subject, Sketch.none(), progress)));
                }
                line.draw(entries.size(), methods.size());
            }
            return new PassReport(model.name(), request.surroundings().engineName(), entries, unavailable);
        } finally {
            line.clear();
        }
    }
}
