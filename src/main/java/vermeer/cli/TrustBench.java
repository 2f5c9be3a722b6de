package vermeer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.EigenCam;
import vermeer.attribution.GradCam;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;
import vermeer.trust.Deletion;
import vermeer.trust.Evidence;
import vermeer.trust.Insertion;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** What every measure of trust costs for one map, beside the passes that it cannot do without. */
final class TrustBench implements BenchSuite {

    /** Deletion and insertion are usually read together. */
    private static final String BOTH = "deletion and insertion";

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public List<String> about() {
        return List.of(
                "Every measure of trust, read once of a Grad-CAM (Eigen-CAM where there is no gradient) without"
                        + " controls, in turns with bare forward passes; the columns are those of the suite 'methods'.",
                "max-sensitivity makes the map again for each noisy picture, so it costs what the method costs.");
    }

    @Override
    public List<String> choices() {
        return TrustMeasures.all().stream().map(TrustMeasure::name).toList();
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        Progress progress = request.surroundings().progress();
        List<TrustMeasure> measures = TrustMeasures.all().stream()
                .filter(measure -> request.wants(measure.name()))
                .toList();
        Map<String, String> unavailable = new LinkedHashMap<>();
        List<PassReport.Entry> entries = new ArrayList<>();
        ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Measuring measures of trust");
        try (OpenModel model = request.open();
                PassBench bench = new PassBench(request.surroundings(), model)) {
            Evidence evidence = evidence(model, bench, progress);
            for (TrustMeasure measure : measures) {
                Optional<String> reason = measure.unavailable(evidence);
                reason.ifPresent(why -> unavailable.put(measure.name(), why));
                if (reason.isEmpty()) {
                    entries.add(bench.measure(measure.name(), part -> measure.read(evidence, part)));
                }
                line.draw(entries.size(), measures.size());
            }
            if (request.only().isEmpty()) {
                entries.add(bench.measure(BOTH, part -> {
                    new Deletion().read(evidence, part.part(0, 0.5));
                    new Insertion().read(evidence, part.part(0.5, 1));
                }));
            }
            return new PassReport(model.name(), request.surroundings().engineName(), entries, unavailable);
        } finally {
            line.clear();
        }
    }

    private static Evidence evidence(OpenModel model, PassBench bench, Progress progress) throws Exception {
        Tensor picture = PassBench.randomPictures(model, 1);
        Answer answer = Answer.of(model, picture, progress);
        Subject subject = new Subject(
                picture, new Region(0, 0, 1, 1), model.target(answer.best().index()));
        AttributionMethod method = model.gradients().isPresent() ? new GradCam() : new EigenCam();
        Heatmap map = method.explain(model, subject, Sketch.none(), progress).map();
        return Evidence.of(bench.model(), subject, map, method);
    }
}
