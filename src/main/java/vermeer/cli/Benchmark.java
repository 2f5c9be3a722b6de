package vermeer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Baseline;
import vermeer.attribution.Measure;
import vermeer.attribution.Occlusion;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** Measures one model on this machine. Inputs are random, from a fixed seed. */
final class Benchmark {
    private static final int LARGE_BATCH = 16;
    private static final Stopwatch PASSES = new Stopwatch(5, 200, 2);
    private static final Stopwatch METHODS = new Stopwatch(2, 50, 2);

    private final Engine engine;
    private final String engineName;
    private final OpenModel model;
    private final Progress progress;
    private final List<AttributionMethod> methods;
    private final ProgressLine line;
    private final List<BenchReport.Entry> entries = new ArrayList<>();
    private final Map<String, String> unavailable = new LinkedHashMap<>();
    private final Map<Integer, Double> bare = new LinkedHashMap<>();
    private int measured;

    Benchmark(Surroundings surroundings, OpenModel model, List<AttributionMethod> methods, ProgressLine line)
            throws EngineException {
        engine = surroundings.engine().get();
        engineName = surroundings.engineName();
        this.model = model;
        progress = surroundings.progress();
        this.methods = methods;
        this.line = line;
    }

    BenchReport run(double commandBegan) throws EngineException, CancelledException {
        double modelOpen = ProcessFacts.millisecondsSinceStart();
        Tensor picture = PassBench.randomPictures(model, 1);
        Answer answer = Answer.of(model, picture, progress);
        double firstPrediction = ProcessFacts.millisecondsSinceStart();
        Target target = model.target(answer.best().index());
        int planned = model.scores().plannedBatch();
        for (int batch : new TreeSet<>(List.of(1, planned, LARGE_BATCH))) {
            measurePasses(PassBench.randomPictures(model, batch), target);
        }
        Subject subject = new Subject(picture, new Region(0, 0, 1, 1), target);
        for (AttributionMethod method : methods) {
            Optional<String> reason = method.unavailable(model);
            if (reason.isPresent()) {
                unavailable.put(method.name(), reason.get());
            } else {
                double time = METHODS.best(() -> method.explain(model, subject, Sketch.none(), progress), progress);
                add(method.name(), 1, time);
            }
        }
        return new BenchReport(
                model.name(),
                engineName,
                planned,
                new BenchReport.StartUp(commandBegan, modelOpen, firstPrediction),
                List.copyOf(entries),
                occlusion(subject),
                unavailable,
                ProcessFacts.peakRssMegabytes());
    }

    private void measurePasses(Tensor batch, Target target) throws EngineException, CancelledException {
        int size = batch.batch();
        String input = model.graph().inputs().get(0).name();
        List<String> outputs = List.of(model.logitsValue());
        try (Session session = engine.open(model.graph())) {
            double time = PASSES.best(() -> session.run(Map.of(input, batch), outputs, progress), progress);
            bare.put(size, time / size);
        }
        add("bare forward", size, bare.get(size) * size);
        add("forward", size, PASSES.best(() -> model.scores().logits(batch, progress), progress));
        Optional<Gradients> gradients = model.gradients();
        if (gradients.isPresent()) {
            add(
                    "forward and gradient",
                    size,
                    PASSES.best(() -> gradients.get().gradient(batch, target, progress), progress));
        }
    }

    private BenchReport.Windows occlusion(Subject subject) throws EngineException, CancelledException {
        Occlusion occlusion = new Occlusion(32, 8, Baseline.ZERO, Measure.LOGIT);
        AttributionMethod method = occlusion;
        int windows = method.explain(model, subject, Sketch.none(), progress)
                .facts()
                .get("windows")
                .intValue();
        double time = METHODS.best(() -> method.explain(model, subject, Sketch.none(), progress), progress);
        double forwards = windows * bare.values().stream().min(Double::compare).orElseThrow();
        return new BenchReport.Windows(windows, time, forwards, time / forwards);
    }

    private void add(String name, int batch, double milliseconds) {
        double each = milliseconds / batch;
        entries.add(new BenchReport.Entry(name, batch, each, each / bare.get(batch)));
        line.draw(++measured, 3L * 3 + methods.size());
    }
}
