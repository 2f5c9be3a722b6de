package vermeer.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the families of networks are, one sentence each. */
final class ZooDescriptions {
    private static final Map<String, String> FAMILIES = families();

    private ZooDescriptions() {}

    /** The sentence of the family that a network's name begins with. */
    static String of(String network) {
        return FAMILIES.entrySet().stream()
                .filter(family -> network.startsWith(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no description of " + network));
    }

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("EfficientNet", "EfficientNet-Lite: small, accurate, made for phones (Tan and Le 2019).");
        families.put("MobileNet", "MobileNetV2: small and fast, inverted residuals (Sandler et al. 2018).");
        families.put("ResNet", "ResNet: residual network, the usual point of comparison (He et al. 2016).");
        families.put("ShuffleNet", "ShuffleNetV2: small and fast, shuffled channel groups (Ma et al. 2018).");
        families.put("SqueezeNet", "SqueezeNet 1.1: AlexNet's accuracy in 5 MB (Iandola et al. 2016).");
        families.put(
                "VGG", "VGG: plain and large, often used in papers on explanations (Simonyan and Zisserman 2015).");
        return families;
    }
}
