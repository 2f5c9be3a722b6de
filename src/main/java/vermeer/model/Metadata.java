package vermeer.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an ONNX file's metadata says about its input and its classes: Vermeer's own {@value #PROFILE}, ONNX's image keys
 * (MetadataProps.md of the ONNX standard), and the keys of common exporters.
 */
final class Metadata {
    /** The key under which a profile is kept in an ONNX file. */
    static final String PROFILE = "vermeer.profile";
    /** The key under which class names are kept in an ONNX file: a JSON list. */
    static final String CLASSES = "vermeer.classes";

    private static final List<String> CLASS_KEYS =
            List.of(CLASSES, "classes", "class_names", "labels", "names", "id2label");

    /** An entry of a Python dictionary, as Ultralytics writes class names: {@code 0: 'tench'}. */
    private static final Pattern ENTRY =
            Pattern.compile("(\\d+)\\s*:\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");

    private Metadata() {}

    /** The profile as JSON, with only the fields that the metadata names; empty where it names none. */
    static Optional<String> profile(Map<String, String> metadata) {
        if (metadata.containsKey(PROFILE)) {
            return Optional.of(metadata.get(PROFILE));
        }
        ObjectNode json = new ObjectMapper().createObjectNode();
        switch (metadata.getOrDefault("Image.BitmapPixelFormat", "")) {
            case "Rgb8" -> json.put("channels", "RGB");
            case "Bgr8" -> json.put("channels", "BGR");
            case "Gray8" -> json.put("channels", "GREY");
            default -> {}
        }
        switch (metadata.getOrDefault("Image.NominalPixelRange", "")) {
            case "NominalRange_0_255" -> json.put("mean", 0).put("std", 1);
            case "Normalized_0_1" -> json.put("mean", 0).put("std", 255);
            case "Normalized_1_1" -> json.put("mean", 127.5).put("std", 127.5);
            default -> {}
        }
        if (metadata.getOrDefault("author", "").equals("Ultralytics") && "classify".equals(metadata.get("task"))) {
            json.put("channels", "RGB").put("mean", 0).put("std", 255);
        }
        return json.isEmpty() ? Optional.empty() : Optional.of(json.toString());
    }

    /** The class names, in order; empty where the metadata has none. */
    static List<String> classNames(Map<String, String> metadata) {
        for (String key : CLASS_KEYS) {
            List<String> names = names(metadata.getOrDefault(key, ""));
            if (names.size() > 1) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> names(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("[") || stripped.startsWith("{\"")) {
            return json(stripped);
        }
        if (stripped.startsWith("{")) {
            return pythonDictionary(stripped);
        }
        String separator = stripped.indexOf('\n') >= 0 ? "\\R" : stripped.indexOf(';') >= 0 ? ";" : ",";
        List<String> names = new ArrayList<>();
        for (String name : stripped.split(separator, -1)) {
            names.add(name.strip());
        }
        return names;
    }

    private static List<String> json(String text) {
        List<String> names = new ArrayList<>();
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            if (root.isArray()) {
                root.forEach(name -> names.add(name.asText()));
            } else {
                for (int i = 0; root.has(Integer.toString(i)); i++) {
                    names.add(root.get(Integer.toString(i)).asText());
                }
            }
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
        return names;
    }

    private static List<String> pythonDictionary(String text) {
        List<String> names = new ArrayList<>();
        Matcher entry = ENTRY.matcher(text);
        while (entry.find()) {
            if (!entry.group(1).equals(Integer.toString(names.size()))) {
                return List.of();
            }
            names.add(entry.group(2) != null ? entry.group(2) : entry.group(3));
        }
        return names;
    }
}
