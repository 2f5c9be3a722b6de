package vermeer.train.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Constant;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;

/** All that changes during a run. */
final class TrainingState {
    private final List<Parameter> parameters;
    private final Progressed progressed;
    private final List<float[]> best = new ArrayList<>();

    /** Where a run is, and what this epoch has come to so far; plain numbers. */
    static final class Progressed {
        int epoch;
        int step;
        int batch;
        double lossSum;
        double shareSum;
        int[] right;
        int[] seen;
        int bestEpoch;
        double bestScore;
        double bestLoss;
        int events;
        /** How it ended and the sentence about that; empty while it has not. */
        String ended = "";

        String sentence = "";
    }

    private TrainingState(List<Parameter> parameters, Progressed progressed) {
        this.parameters = List.copyOf(parameters);
        this.progressed = progressed;
    }

    /**
     * The state before the first step.
     *
     * @param head what the head starts from
     * @param batch how many pictures the engine is given at once
     */
    static TrainingState initial(Tail tail, NewHead head, int batch) {
        List<Parameter> parameters = new ArrayList<>();
        long[] shape = {head.inputs(), head.classes()};
        parameters.add(new Parameter(NewHead.WEIGHTS, shape, 0, head.weights().clone()));
        parameters.add(new Parameter(
                NewHead.BIAS, new long[] {head.classes()}, 0, head.bias().clone()));
        for (int group = 0; group < tail.groups().size(); group++) {
            for (String name : tail.groups().get(group)) {
                Constant constant = tail.graph().constants().get(name);
                parameters.add(new Parameter(name, constant.shape(), group + 1, constant.toFloats()));
            }
        }
        Progressed progressed = new Progressed();
        progressed.batch = batch;
        progressed.right = new int[head.classes()];
        progressed.seen = new int[head.classes()];
        return new TrainingState(parameters, progressed);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Progressed progressed() {
        return progressed;
    }

    /** The values of the best epoch, in the order of the parameters; empty before there is one. */
    List<float[]> best() {
        return best;
    }

    /** Keeps the present values as the best. */
    void keepAsBest() {
        best.clear();
        parameters.forEach(parameter -> best.add(parameter.value().clone()));
    }

    /** The present head. */
    NewHead head() {
        return head(parameters.get(0).value(), parameters.get(1).value());
    }

    /** The best epoch's head; empty before there is one. */
    Optional<NewHead> bestHead() {
        return best.isEmpty() ? Optional.empty() : Optional.of(head(best.get(0), best.get(1)));
    }

    /** The present weights of the tail, by name. */
    Map<String, Constant> weights() {
        Map<String, Constant> weights = new LinkedHashMap<>();
        for (Parameter parameter : parameters.subList(2, parameters.size())) {
            weights.put(parameter.name(), Constant.floats(parameter.shape(), parameter.value()));
        }
        return weights;
    }

    /** The best epoch's weights of the tail, by name. */
    Map<String, Constant> bestWeights() {
        Map<String, Constant> weights = new LinkedHashMap<>();
        for (int i = 2; i < best.size(); i++) {
            Parameter parameter = parameters.get(i);
            weights.put(parameter.name(), Constant.floats(parameter.shape(), best.get(i)));
        }
        return weights;
    }

    private NewHead head(float[] weights, float[] bias) {
        return new NewHead(weights.length / bias.length, bias.length, weights, bias);
    }
}
