package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vermeer.dream.ActivationMaximisation;
import vermeer.dream.DeepDream;
import vermeer.dream.Dream;
import vermeer.dream.DreamSubject;
import vermeer.dream.Feature;
import vermeer.dream.Frames;
import vermeer.engine.Session;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** How long dreams take, from pressing the button to the finished picture, sessions included. */
final class DreamsBench implements BenchSuite {
    private static final Stopwatch PASSES = new Stopwatch(5, 200, 2);

    @Override
    public String name() {
        return "dreams";
    }

    @Override
    public List<String> about() {
        return List.of(
                "deepdream                224 px from noise, 4 octaves of 10 steps, the layer that is taken by default",
                "activation-maximisation  of class 0 with the default settings, 256 steps",
                "Each is the better of two runs, in milliseconds, loading the differentiated graphs included, and as a"
                        + " multiple of one bare forward pass of the same run.");
    }

    @Override
    public List<String> choices() {
        return List.of("deepdream", "activation-maximisation");
    }

    /**
     * What was measured.
     *
     * @param bareForward milliseconds
     */
    private record Measured(String model, double bareForward, List<Entry> entries) implements BenchResult {
        private record Entry(String name, int steps, double milliseconds, double timesBare) {}

        @Override
        public void print(PrintWriter out) {
            out.println(String.format(Locale.ROOT, "%s, bare forward %.1f ms", model, bareForward));
            out.println(String.format(Locale.ROOT, "%-28s %6s %12s %10s", "", "steps", "ms", "x bare"));
            entries.forEach(entry -> out.println(String.format(
                    Locale.ROOT,
                    "%-28s %6d %12.0f %10.1f",
                    entry.name(),
                    entry.steps(),
                    entry.milliseconds(),
                    entry.timesBare())));
        }

        @Override
        public ObjectNode json() {
            return new ObjectMapper().valueToTree(this);
        }
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        Progress progress = request.surroundings().progress();
        try (OpenModel model = request.open()) {
            double bare = bareForward(request, model, progress);
            List<Measured.Entry> entries = new ArrayList<>();
            if (request.wants("deepdream")) {
                Dream dream = Settings.apply(new DeepDream(), Map.of("size", "224", "octaves", "4", "steps", "10"));
                Layer layer = dream.layer(model).orElseThrow();
                entries.add(entry(model, dream, new Feature.WholeLayer(layer), bare, progress));
            }
            if (request.wants("activation-maximisation")) {
                Feature first = new Feature.Logit(0, model.classNames().get(0));
                entries.add(entry(model, new ActivationMaximisation(), first, bare, progress));
            }
            return new Measured(model.name(), bare, List.copyOf(entries));
        }
    }

    private static Measured.Entry entry(OpenModel model, Dream dream, Feature feature, double bare, Progress progress)
            throws Exception {
        double best = Double.MAX_VALUE;
        int steps = 0;
        for (int run = 0; run < 2; run++) {
            long started = System.nanoTime();
            steps = dream.make(model, DreamSubject.of(feature), Frames.none(), progress.part(0, 0))
                    .course()
                    .size();
            best = Math.min(best, (System.nanoTime() - started) / 1e6);
        }
        return new Measured.Entry(dream.name(), steps, best, best / bare);
    }

    private static double bareForward(BenchRequest request, OpenModel model, Progress progress) throws Exception {
        int[] shape = model.scores().inputShape();
        Tensor picture = Tensor.zeros(1, shape[0], shape[1], shape[2]);
        String input = model.graph().inputs().get(0).name();
        List<String> outputs = List.of(model.logitsValue());
        try (Session session = request.surroundings().engine().get().open(model.graph())) {
            return PASSES.best(() -> session.run(Map.of(input, picture), outputs, progress), progress);
        }
    }
}
