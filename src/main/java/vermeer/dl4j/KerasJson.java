package vermeer.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/** A Keras model's settings as JSON: what DL4J's import trips over, and the input's shape, which it does not keep. */
final class KerasJson {
    private KerasJson() {}

    /**
     * Makes settings importable where that changes nothing.
     *
     * @throws ConversionException for settings that DL4J would silently ignore, naming the layer
     */
    static void mend(JsonNode config) throws ConversionException {
        for (JsonNode layer : layers(config)) {
            JsonNode settings = layer.path("config");
            String kind = layer.path("class_name").asText();
            String name = "'" + settings.path("name").asText(layer.path("name").asText()) + "' (" + kind + ")";
            // DL4J casts this number to Double; Keras writes 6 as well as 6.0.
            if (kind.equals("ReLU") && settings.path("max_value").isIntegralNumber()) {
                ((ObjectNode) settings)
                        .put("max_value", settings.path("max_value").doubleValue());
            }
            if (settings.path("keepdims").asBoolean(false)) {
                throw ignored(name, "keepdims=True");
            }
            if (settings.path("groups").asInt(1) != 1) {
                throw ignored(name, "groups=" + settings.path("groups").asInt());
            }
        }
    }

    private static ConversionException ignored(String layer, String setting) {
        return new ConversionException("The Keras layer " + layer + " has " + setting
                + ", which DL4J's import ignores; export the model to ONNX with tf2onnx and open that.");
    }

    /** @throws ConversionException where the model does not say which pictures it reads */
    static InputShapes shapes(JsonNode config) throws ConversionException {
        for (JsonNode layer : layers(config)) {
            JsonNode settings = layer.path("config");
            JsonNode shape = settings.has("batch_input_shape")
                    ? settings.path("batch_input_shape")
                    : settings.path("batch_shape");
            if (shape.size() == 4) {
                boolean last = shape.path(3).asInt() <= 4 && shape.path(3).asInt() > 0;
                int channels = shape.path(last ? 3 : 1).asInt();
                return new InputShapes(channels, extent(shape.path(last ? 1 : 2)), extent(shape.path(last ? 2 : 3)));
            }
        }
        throw new ConversionException(
                "The Keras model does not say which pictures it reads (an input of 4 axes), so it is no"
                        + " image classifier, or was saved before its first use.");
    }

    private static OptionalInt extent(JsonNode extent) {
        return extent.isInt() && extent.asInt() > 0 ? OptionalInt.of(extent.asInt()) : OptionalInt.empty();
    }

    private static JsonNode layers(JsonNode config) {
        JsonNode inner = config.path("config");
        return inner.isArray() ? inner : inner.path("layers");
    }
}
