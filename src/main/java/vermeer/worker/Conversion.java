package vermeer.worker;

import java.util.List;

/**
 * What a convert worker has made: a graph, and what DL4J itself computed, as evidence to compare the graph with.
 *
 * @param graph the ONNX file
 * @param input the batch that DL4J computed, in the source's layout: two random pictures and a photo
 * @param layers every layer's output for that batch, in the order of computing
 * @param logits the scores before the last activation function, for that batch
 * @param notices what the user should know, a sentence each
 */
public record Conversion(
        String graph, String input, List<LayerOutput> layers, LayerOutput logits, List<String> notices) {

    /**
     * One layer's output.
     *
     * @param name the layer's name in the source
     * @param kind its class there
     * @param value the graph's value that must equal it
     * @param shape the value's shape without the batch axis
     * @param file a float32 {@code .npy} file, channels first as the graph's value
     */
    public record LayerOutput(String name, String kind, String value, List<Long> shape, String file) {

        public LayerOutput {
            shape = List.copyOf(shape);
        }
    }

    public Conversion {
        layers = List.copyOf(layers);
        notices = List.copyOf(notices);
    }
}
