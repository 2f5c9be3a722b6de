package vermeer.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a configuration token by token before DL4J does, because DL4J makes an object of every class that it names. */
final class ConfigurationGuard {
    static final int MAX_DEPTH = 200;
    private static final String CLASS_KEY = "@class";

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(ZipGuard.MAX_CONFIGURATION)
                    .build())
            .build();
    private final Set<String> allowed = allowedClasses();

    /** The two kinds of DL4J network. */
    enum Kind {
        LAYERS,
        GRAPH
    }

    /**
     * @return which kind of network the configuration describes
     * @throws ConversionException where it is no JSON, too deep, or names a class that is not on the list
     */
    Kind check(String configuration) throws ConversionException {
        Kind kind = null;
        int depth = 0;
        try (JsonParser parser = json.createParser(configuration)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart() || token.isStructEnd()) {
                    depth += token.isStructStart() ? 1 : -1;
                } else if (token == JsonToken.FIELD_NAME) {
                    kind = depth == 1 ? kind(parser.currentName(), kind) : kind;
                    checkClass(parser);
                }
            }
        } catch (IOException e) {
            throw new ConversionException(
                    "The model's configuration.json is damaged or nested deeper than " + MAX_DEPTH + " levels.", e);
        }
        if (kind == null) {
            throw new ConversionException("The model's configuration.json describes no network of DL4J 1.0.0-beta4 or"
                    + " newer; load and save it with a newer DL4J.");
        }
        return kind;
    }

    private static Kind kind(String key, Kind otherwise) {
        return switch (key) {
            case "confs" -> Kind.LAYERS;
            case "vertices" -> Kind.GRAPH;
            default -> otherwise;
        };
    }

    private void checkClass(JsonParser parser) throws IOException, ConversionException {
        if (!parser.currentName().equals(CLASS_KEY)) {
            return;
        }
        String name = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getText() : "?";
        if (allowed.contains(name)) {
            return;
        }
        boolean own = name.startsWith("org.deeplearning4j.") || name.startsWith("org.nd4j.");
        String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
        throw new ConversionException(
                own
                        ? "The network uses " + shown.substring(shown.lastIndexOf('.') + 1) + " (" + shown
                                + "), which Vermeer cannot convert; it opens classifiers of pictures made of"
                                + " convolutions, pooling, normalisation and dense layers."
                        : "The model's configuration.json names the class " + shown.replaceAll("\\p{Cntrl}", "?")
                                + ", which is not part of Deeplearning4j; it may be an attempt to run code, so the"
                                + " file is not opened.");
    }

    private static Set<String> allowedClasses() {
        try (InputStream list = ConfigurationGuard.class.getResourceAsStream("allowed-classes.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
