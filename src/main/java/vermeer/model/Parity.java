package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.NpyException;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;
import vermeer.worker.Conversion.LayerOutput;

/**
 * Compares a converted graph with its source, layer by layer, on the inputs that the source computed.
 *
 * <p>A graph passes where every layer's output is within {@value #TOLERANCE} of that layer's largest absolute value, no
 * value is NaN or infinite, and any two of the inputs, random pictures and a photo, differ at the logits by {@value
 * #CONTRAST} times the error there: a network that forgets its input would agree with anything.
 */
public final class Parity {
    /** The largest error of a layer, as a share of that layer's largest absolute value. */
    public static final double TOLERANCE = 1e-3;
    /** How many times the error at the logits two unlike inputs must differ there. */
    public static final double CONTRAST = 100;

    private static final long VALUES_AT_ONCE = 16_000_000;

    private final Engine engine;

    public Parity(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param graph the converted graph
     * @param source what the source computed
     * @throws EngineException where ONNX Runtime cannot run the graph
     */
    public ParityReport compare(Graph graph, Conversion source, Progress progress)
            throws EngineException, CancelledException {
        Tensor input = read(source.input());
        List<ParityReport.LayerError> errors = new ArrayList<>();
        List<List<LayerOutput>> groups = groups(source);
        for (int i = 0; i < groups.size(); i++) {
            List<ParityReport.LayerError> found = compare(graph, groups.get(i), input, progress);
            errors.addAll(found);
            Optional<ParityReport.LayerError> wrong =
                    found.stream().filter(error -> !error.passes()).findFirst();
            if (wrong.isPresent()) {
                return ParityReport.parted(errors, wrong.get());
            }
            progress.report(i + 1, groups.size() + 1L);
        }
        ParityReport report = contrast(graph, source, input, errors, progress);
        progress.report(1, 1);
        return report;
    }

    private List<ParityReport.LayerError> compare(
            Graph graph, List<LayerOutput> layers, Tensor input, Progress progress)
            throws EngineException, CancelledException {
        Map<String, Tensor> computed = run(graph, layers, input, progress);
        List<ParityReport.LayerError> errors = new ArrayList<>();
        for (LayerOutput layer : layers) {
            errors.add(ParityReport.LayerError.of(layer, read(layer.file()), computed.get(layer.value())));
        }
        return errors;
    }

    private ParityReport contrast(
            Graph graph, Conversion source, Tensor input, List<ParityReport.LayerError> errors, Progress progress)
            throws EngineException, CancelledException {
        LayerOutput logits = source.logits();
        Tensor computed = run(graph, List.of(logits), input, progress).get(logits.value());
        Tensor expected = read(logits.file());
        ParityReport.LayerError error = ParityReport.LayerError.of(logits, expected, computed);
        double difference = smallestDifference(computed);
        return ParityReport.of(errors, error, difference);
    }

    /** Of all pairs of pictures the two that are told apart least: the largest difference of one of their logits. */
    private static double smallestDifference(Tensor logits) {
        double smallest = Double.POSITIVE_INFINITY;
        int classes = logits.itemSize();
        for (int one = 0; one < logits.batch(); one++) {
            for (int other = one + 1; other < logits.batch(); other++) {
                double difference = 0;
                for (int i = 0; i < classes; i++) {
                    float value = logits.data()[one * classes + i];
                    difference = Math.max(difference, Math.abs((double) value - logits.data()[other * classes + i]));
                }
                smallest = Math.min(smallest, difference);
            }
        }
        return smallest;
    }

    private Map<String, Tensor> run(Graph graph, List<LayerOutput> layers, Tensor input, Progress progress)
            throws EngineException, CancelledException {
        String name = graph.inputs().get(0).name();
        // Values that are inputs, because a layer changes nothing, need no run.
        List<ValueInfo> outputs = layers.stream()
                .filter(layer -> !layer.value().equals(name))
                .map(Parity::declared)
                .toList();
        Map<String, Tensor> computed = new LinkedHashMap<>(Map.of(name, input));
        if (!outputs.isEmpty()) {
            try (Session session = engine.open(graph.reachingOnly(outputs))) {
                List<String> names = outputs.stream().map(ValueInfo::name).toList();
                computed.putAll(session.run(Map.of(name, input), names, progress));
            }
        }
        return computed;
    }

    private static ValueInfo declared(LayerOutput layer) {
        long[] shape = LongStream.concat(
                        LongStream.of(-1), layer.shape().stream().mapToLong(Long::longValue))
                .toArray();
        return new ValueInfo(layer.value(), ElementType.FLOAT, shape);
    }

    /** Layers that are run together, so that their outputs fit in memory. */
    private static List<List<LayerOutput>> groups(Conversion source) {
        List<List<LayerOutput>> groups = new ArrayList<>();
        long values = VALUES_AT_ONCE;
        for (LayerOutput layer : source.layers()) {
            long size = Path.of(layer.file()).toFile().length() / Float.BYTES;
            if (values + size > VALUES_AT_ONCE) {
                groups.add(new ArrayList<>());
                values = 0;
            }
            values += size;
            groups.get(groups.size() - 1).add(layer);
        }
        return groups;
    }

    private static Tensor read(String file) throws EngineException {
        try {
            return Npy.read(Path.of(file));
        } catch (NpyException e) {
            throw new EngineException("The conversion's evidence cannot be read: " + e.getMessage(), e);
        }
    }
}
