package vermeer.graph.gradient;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.graph.prepare.Preparation;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/**
 * A propagation's answer on a graph in ONNX Runtime.
 *
 * @param output the explained output
 * @param input what arrives at the input
 * @param values the further values
 * @param maps the maps of inner values
 * @param notices what a user should know
 */
record PropagationRun(
        Tensor output, Tensor input, Map<String, Tensor> values, List<Tensor> maps, List<String> notices) {
    private static final Path PACK = Path.of("src/test/resources/gradients");

    static PropagationRun of(Graph graph, Propagation propagation, Tensor x, Tensor baseline, Tensor seed)
            throws GraphException, OrtException {
        String output = graph.outputs().get(0).name();
        PropagationGraph names = propagation.apply(graph, Shapes.infer(graph), output);
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(graph.inputs().get(0).name(), x);
        inputs.put(names.seed(), seed);
        names.baseline().ifPresent(name -> inputs.put(name, baseline));
        Map<String, Tensor> results = OnnxRuntimeRun.once(names.graph(), inputs);
        Map<String, Tensor> values = new HashMap<>();
        names.values().forEach((meaning, name) -> values.put(meaning, results.get(name)));
        return new PropagationRun(
                results.get(output),
                results.get(names.input()),
                values,
                names.maps().stream().map(results::get).toList(),
                names.notices());
    }

    /** The small networks of the gradient pack, by name. */
    static List<String> pack() throws IOException {
        try (Stream<Path> folders = Files.list(PACK)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static Graph network(String name) throws GraphException {
        return Preparation.prepare(OnnxReader.read(PACK.resolve(name).resolve("model.onnx")))
                .graph();
    }

    static Tensor array(String name, String array) throws Exception {
        return Npy.read(PACK.resolve(name).resolve(array + ".npy"));
    }

    static double sum(Tensor values) {
        double sum = 0;
        for (float value : values.data()) {
            sum += value;
        }
        return sum;
    }

    /** The sum of products, element by element. */
    static double product(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += (double) a.data()[i] * b.data()[i];
        }
        return sum;
    }

    /** The sum of absolute products: what the rounding of {@link #product} is measured against. */
    static double size(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.data().length; i++) {
            sum += Math.abs((double) a.data()[i] * b.data()[i]);
        }
        return sum;
    }
}
