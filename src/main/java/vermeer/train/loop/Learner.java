package vermeer.train.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.cut.HeadGraph;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;
import vermeer.train.cut.TrainingGraph;
import vermeer.train.feature.FeatureFile;

/** Computes gradients and probabilities of a tail with a head in ONNX Runtime. */
final class Learner implements AutoCloseable {
    private static final int EVALUATED = 32;

    private final Engine engine;
    private final Tail tail;
    private final int inputs;
    private final int classes;
    private TrainingGraph graph;
    private Session session;
    private Set<String> trained = Set.of();
    private int size;

    Learner(Engine engine, Tail tail, int inputs, int classes) {
        this.engine = engine;
        this.tail = tail;
        this.inputs = inputs;
        this.classes = classes;
    }

    /**
     * What one batch gives.
     *
     * @param probabilities {@code [pictures, classes]}
     * @param gradients of the weighted loss, by parameter
     */
    record Step(float[] probabilities, Map<String, float[]> gradients) {}

    /**
     * The gradients of the trained parameters.
     *
     * @param groups how many groups of the tail are trained, nearest to the head first
     * @param together how many pictures the engine is given at once; the sums are the same but for rounding
     */
    Step step(Batch batch, List<Parameter> parameters, int groups, int together, Progress progress)
            throws EngineException, GraphException, CancelledException {
        open(parameters, groups, together);
        float[] probabilities = new float[batch.size() * classes];
        Map<String, float[]> sums = new LinkedHashMap<>();
        for (int from = 0; from < batch.size(); from += size) {
            int to = Math.min(batch.size(), from + size);
            Map<String, Tensor> outputs = session.run(
                    given(batch, from, to, parameters),
                    graph.graph().outputs().stream().map(ValueInfo::name).toList(),
                    progress);
            System.arraycopy(
                    outputs.get(HeadGraph.PROBABILITIES).data(),
                    0,
                    probabilities,
                    from * classes,
                    (to - from) * classes);
            graph.gradients()
                    .forEach((name, gradient) ->
                            sums.merge(name, outputs.get(gradient).data(), Learner::sum));
        }
        return new Step(probabilities, sums);
    }

    private static float[] sum(float[] before, float[] more) {
        for (int i = 0; i < before.length; i++) {
            before[i] += more[i];
        }
        return before;
    }

    private void open(List<Parameter> parameters, int groups, int together) throws EngineException, GraphException {
        Set<String> wanted = new LinkedHashSet<>();
        tail.groups().subList(0, groups).forEach(wanted::addAll);
        if (session != null && wanted.equals(trained) && together == size) {
            return;
        }
        close();
        Map<String, Constant> fixed = new HashMap<>();
        for (Parameter parameter : parameters) {
            fixed.put(parameter.name(), Constant.floats(parameter.shape(), parameter.value()));
        }
        graph = TrainingGraph.of(tail, fixed, wanted, inputs, classes, together);
        session = engine.open(graph.graph());
        trained = wanted;
        size = together;
    }

    /** The inputs of one run; pictures that only fill the batch have no share. */
    private Map<String, Tensor> given(Batch batch, int from, int to, List<Parameter> parameters) {
        int[] shape = Arrays.stream(tail.input().shape())
                .mapToInt(extent -> (int) Math.max(extent, -1))
                .toArray();
        shape[0] = size;
        Map<String, Tensor> given = new HashMap<>();
        given.put(graph.input(), new Tensor(shape, part(batch.values(), batch.size(), from, to)));
        given.put(
                TrainingGraph.TARGETS,
                new Tensor(new int[] {size, classes}, part(batch.targets(), batch.size(), from, to)));
        given.put(TrainingGraph.SHARES, new Tensor(new int[] {size, 1}, part(batch.shares(), batch.size(), from, to)));
        given.put(TrainingGraph.MASK, new Tensor(new int[] {size, inputs}, part(batch.mask(), batch.size(), from, to)));
        for (Parameter parameter : parameters) {
            if (parameter.depth() == 0 || trained.contains(parameter.name())) {
                int[] extents = Arrays.stream(parameter.shape())
                        .mapToInt(Math::toIntExact)
                        .toArray();
                given.put(parameter.name(), new Tensor(extents, parameter.value()));
            }
        }
        return given;
    }

    private float[] part(float[] values, int pictures, int from, int to) {
        int item = values.length / pictures;
        return Arrays.copyOf(Arrays.copyOfRange(values, from * item, to * item), size * item);
    }

    /**
     * The probabilities of rows of the cache, computed with constant weights, which is faster than a step's.
     *
     * @return {@code [count][classes]}
     */
    float[][] probabilities(
            FeatureFile features, int[] rows, Map<String, Constant> weights, NewHead head, Progress progress)
            throws EngineException, IOException, CancelledException {
        int count = rows.length;
        if (count == 0) {
            return new float[0][];
        }
        try (Session forward = engine.open(HeadGraph.joined(tail.graph(), weights, head))) {
            List<float[]> found = new ArrayList<>();
            for (int from = 0; from < count; from += EVALUATED) {
                int part = Math.min(EVALUATED, count - from);
                Tensor values = read(features, Arrays.copyOfRange(rows, from, from + part));
                float[] probabilities = forward.run(
                                Map.of(tail.input().name(), values), List.of(HeadGraph.PROBABILITIES), progress)
                        .get(HeadGraph.PROBABILITIES)
                        .data();
                for (int i = 0; i < part; i++) {
                    found.add(Arrays.copyOfRange(probabilities, i * classes, (i + 1) * classes));
                }
            }
            return found.toArray(float[][]::new);
        }
    }

    private Tensor read(FeatureFile features, int[] rows) throws IOException {
        int[] shape = Arrays.stream(tail.input().shape())
                .mapToInt(extent -> (int) Math.max(extent, -1))
                .toArray();
        shape[0] = rows.length;
        Tensor values = Tensor.zeros(shape);
        for (int i = 0; i < rows.length; i++) {
            features.read(rows[i], values.data(), i * features.item());
        }
        return values;
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
