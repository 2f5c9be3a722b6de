package vermeer.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.ExpectedPasses;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/**
 * How long methods will take for one picture, told before they begin.
 *
 * @param passes what each is expected to cost, in forward passes
 * @param nanosecondsAPass of a forward pass in a batch, as measured
 */
record Forecast(List<Cost> passes, double nanosecondsAPass) {
    private static final int NAMED = 5;
    private static final double LONG_SECONDS = 5;

    /** A method and its expected forward passes. */
    record Cost(AttributionMethod method, long passes) {}

    /** Measures the model's pace by a batch of zeros and foretells what these methods take. */
    static Forecast of(OpenModel model, List<AttributionMethod> methods, Progress progress)
            throws EngineException, CancelledException {
        List<Cost> costs = new ArrayList<>();
        methods.forEach(method -> costs.add(new Cost(method, ExpectedPasses.of(method, model))));
        Scores scores = model.scores();
        int batch = scores.plannedBatch();
        int[] picture = scores.inputShape();
        int[] shape = new int[picture.length + 1];
        shape[0] = batch;
        System.arraycopy(picture, 0, shape, 1, picture.length);
        Tensor zeros = Tensor.zeros(shape);
        scores.logits(zeros, progress);
        long started = System.nanoTime();
        scores.logits(zeros, progress);
        return new Forecast(List.copyOf(costs), (double) (System.nanoTime() - started) / batch);
    }

    /** Where each method begins and ends in the whole, 0 to 1: one entry more than methods. */
    static double[] shares(List<AttributionMethod> methods, OpenModel model) {
        double[] ends = new double[methods.size() + 1];
        for (int i = 0; i < methods.size(); i++) {
            ends[i + 1] = ends[i] + ExpectedPasses.of(methods.get(i), model);
        }
        for (int i = 0; i < ends.length; i++) {
            ends[i] /= Math.max(1, ends[methods.size()]);
        }
        return ends;
    }

    /** The whole time and the longest methods, in one sentence. */
    String sentence() {
        long total = passes.stream().mapToLong(Cost::passes).sum();
        List<Cost> longest = passes.stream()
                .sorted(Comparator.comparingLong(Cost::passes).reversed())
                .filter(cost -> cost.passes() * nanosecondsAPass > LONG_SECONDS * 1e9)
                .limit(NAMED)
                .toList();
        String most = longest.isEmpty()
                ? ""
                : "; the longest are "
                        + longest.stream()
                                .map(cost -> cost.method().title() + " (" + time(cost.passes()) + ")")
                                .collect(Collectors.joining(", "));
        return passes.size() + " methods, about " + time(total) + " a picture" + most + ".";
    }

    private String time(long forwards) {
        return ProgressLine.duration(Duration.ofNanos((long) (forwards * nanosecondsAPass)));
    }
}
