package vermeer.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.zoo.model.AlexNet;
import org.deeplearning4j.zoo.model.Darknet19;
import org.deeplearning4j.zoo.model.FaceNetNN4Small2;
import org.deeplearning4j.zoo.model.InceptionResNetV1;
import org.deeplearning4j.zoo.model.LeNet;
import org.deeplearning4j.zoo.model.ResNet50;
import org.deeplearning4j.zoo.model.SimpleCNN;
import org.deeplearning4j.zoo.model.SqueezeNet;
import org.deeplearning4j.zoo.model.VGG16;
import org.deeplearning4j.zoo.model.VGG19;
import org.deeplearning4j.zoo.model.Xception;

/** The classifiers of DL4J's zoo, untrained, and why the others of the zoo are none. */
final class ZooNetworks {

    /**
     * @param shape of one input picture: channels, rows, columns
     * @param make builds the network with DL4J's own random weights
     */
    private record Entry(long[] shape, Supplier<Model> make) {}

    private static final Map<String, Entry> CLASSIFIERS = new LinkedHashMap<>();
    private static final Map<String, String> REFUSED = Map.of(
            "NASNet", "DL4J 1.0.0-M2.1 cannot build its own NASNet: its configuration is wrong",
            "TinyYOLO", "it finds objects and their boxes; it does not classify pictures",
            "YOLO2", "it finds objects and their boxes; it does not classify pictures",
            "UNet", "it labels every pixel; it does not classify pictures",
            "TextGenerationLSTM", "it continues texts; it does not read pictures");

    static {
        add("LeNet", 1, 28, () -> LeNet.builder().numClasses(10).build().init());
        add("SimpleCNN", 3, 48, () -> SimpleCNN.builder().numClasses(10).build().init());
        add("AlexNet", 3, 224, () -> AlexNet.builder().numClasses(1000).build().init());
        add("VGG16", 3, 224, () -> VGG16.builder().numClasses(1000).build().init());
        add("VGG19", 3, 224, () -> VGG19.builder().numClasses(1000).build().init());
        add("ResNet50", 3, 224, () -> ResNet50.builder()
                .numClasses(1000)
                .build()
                .init());
        add("SqueezeNet", 3, 227, () -> SqueezeNet.builder()
                .numClasses(1000)
                .build()
                .init());
        add("Darknet19", 3, 224, () -> Darknet19.builder()
                .numClasses(1000)
                .build()
                .init());
        add("Xception", 3, 299, () -> Xception.builder()
                .numClasses(1000)
                .inputShape(new int[] {3, 299, 299})
                .build()
                .init());
        add("InceptionResNetV1", 3, 160, () -> InceptionResNetV1.builder()
                .numClasses(1000)
                .build()
                .init());
        add("FaceNetNN4Small2", 3, 96, () -> FaceNetNN4Small2.builder()
                .numClasses(1000)
                .build()
                .init());
    }

    private ZooNetworks() {}

    private static void add(String name, int channels, int side, Supplier<Model> make) {
        CLASSIFIERS.put(name, new Entry(new long[] {channels, side, side}, make));
    }

    /** The names of the classifiers. */
    static Set<String> names() {
        return CLASSIFIERS.keySet();
    }

    /** The shape of one input picture: channels, rows, columns. */
    static long[] shape(String name) {
        return CLASSIFIERS.get(name).shape().clone();
    }

    /** @throws ConversionException where the zoo has no classifier of that name, saying why */
    static Network build(String name) throws ConversionException {
        if (REFUSED.containsKey(name)) {
            throw new ConversionException("The zoo's " + name + " cannot be opened: " + REFUSED.get(name) + ".");
        }
        Entry entry = CLASSIFIERS.get(name);
        if (entry == null) {
            throw new ConversionException("DL4J's zoo has no network '" + name + "'; it has "
                    + String.join(", ", CLASSIFIERS.keySet()) + ".");
        }
        Model model = entry.make().get();
        return model instanceof ComputationGraph graph ? Network.of(graph) : Network.of((MultiLayerNetwork) model);
    }
}
