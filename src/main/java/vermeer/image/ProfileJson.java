package vermeer.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * Profiles as JSON: {@code height, width, channels, layout, resize, interpolation, mean, std, output, classes}. Mean and std
 * are in levels (0 to 255); with a {@code scale} (such as 1/255) they are what follows that scaling.
 */
public final class ProfileJson {
    private static final long MAX_BYTES = 1 << 20;
    private static final Set<String> FIELDS = Set.of(
            "height",
            "width",
            "channels",
            "layout",
            "resize",
            "interpolation",
            "mean",
            "std",
            "scale",
            "output",
            "classes");

    private ProfileJson() {}

    /**
     * Reads a profile file.
     *
     * @param otherwise where fields that the file leaves open come from
     */
    public static ProfileReading read(Path file, InputProfile otherwise) throws ProfileException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("it is larger than 1 MB");
            }
            return parse(Files.readString(file), file.toString(), otherwise);
        } catch (IOException | IllegalArgumentException wrong) {
            throw unreadable(file.toString(), wrong);
        }
    }

    /**
     * Reads a profile from text.
     *
     * @param where what messages call the text's source
     * @param otherwise where fields that the text leaves open come from
     */
    public static ProfileReading parse(String json, String where, InputProfile otherwise) throws ProfileException {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("it is not a JSON object");
            }
            Set<String> given = new HashSet<>();
            root.fieldNames().forEachRemaining(given::add);
            given.retainAll(FIELDS);
            return new ProfileReading(profile(root, otherwise), given);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw unreadable(where, wrong);
        }
    }

    private static ProfileException unreadable(String where, Exception wrong) {
        String reason = wrong instanceof JsonProcessingException json
                ? "it is not JSON (" + json.getOriginalMessage() + ")"
                : wrong instanceof IOException ? "it cannot be opened" : wrong.getMessage();
        return new ProfileException(
                "The profile " + where + " cannot be used: " + reason + "; correct that field or remove the file.",
                wrong);
    }

    private static InputProfile profile(JsonNode root, InputProfile otherwise) {
        int height = integer(root, "height", otherwise.height());
        int width = integer(root, "width", otherwise.width());
        ChannelOrder channels = choice(root, "channels", ChannelOrder.class, otherwise.channels());
        List<Double> mean = numbers(root, "mean", channels.count(), otherwise.mean());
        List<Double> std = numbers(root, "std", channels.count(), otherwise.std());
        if (root.has("scale")) {
            double scale = numbers(root, "scale", 1, List.of()).get(0);
            if (scale == 0) {
                throw new IllegalArgumentException("the scale is 0");
            }
            mean = root.has("mean") ? divided(mean, scale) : filled(channels.count(), 0);
            std = root.has("std") ? divided(std, scale) : filled(channels.count(), 1 / scale);
        }
        return new InputProfile(
                height,
                width,
                channels,
                choice(root, "layout", Layout.class, otherwise.layout()),
                root.has("resize") ? Resize.parse(text(root, "resize"), width, height) : otherwise.resize(),
                choice(root, "interpolation", Interpolation.class, otherwise.interpolation()),
                mean,
                std,
                root.has("output") ? Output.of(text(root, "output")) : otherwise.output(),
                root.hasNonNull("classes") ? Optional.of(text(root, "classes")) : otherwise.classes());
    }

    private static List<Double> divided(List<Double> values, double scale) {
        return values.stream().map(value -> value / scale).toList();
    }

    private static List<Double> filled(int count, double value) {
        return Collections.nCopies(count, value);
    }

    private static String text(JsonNode root, String field) {
        if (!root.get(field).isTextual()) {
            throw new IllegalArgumentException("\"" + field + "\" is not text");
        }
        return root.get(field).textValue();
    }

    private static int integer(JsonNode root, String field, int otherwise) {
        if (!root.has(field)) {
            return otherwise;
        }
        if (!root.get(field).canConvertToExactIntegral() || !root.get(field).canConvertToInt()) {
            throw new IllegalArgumentException("\"" + field + "\" is not a whole number");
        }
        return root.get(field).intValue();
    }

    private static <E extends Enum<E>> E choice(JsonNode root, String field, Class<E> type, E otherwise) {
        if (!root.has(field)) {
            return otherwise;
        }
        String name = text(root, field).trim().toUpperCase(Locale.ROOT).replace("GRAY", "GREY");
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                "the " + field + " \"" + root.get(field).textValue() + "\" is unknown; known are "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }

    /** A list of numbers; one number alone counts for every channel. */
    private static List<Double> numbers(JsonNode root, String field, int count, List<Double> otherwise) {
        JsonNode node = root.get(field);
        if (node == null) {
            return otherwise.size() == count ? otherwise : filled(count, otherwise.get(0));
        }
        List<Double> values = new ArrayList<>();
        for (JsonNode value : node.isArray() ? node : List.of(node)) {
            if (!value.isNumber()) {
                throw new IllegalArgumentException("\"" + field + "\" is not a list of numbers");
            }
            values.add(value.doubleValue());
        }
        return values.size() == 1 ? filled(count, values.get(0)) : values;
    }

    /** The profile as JSON text, which {@link #parse} reads as an equal profile. */
    public static String write(InputProfile profile) {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("height", profile.height()).put("width", profile.width());
        root.put("channels", profile.channels().name())
                .put("layout", profile.layout().name());
        root.put("resize", profile.resizeText());
        root.put("interpolation", profile.interpolation().name().toLowerCase(Locale.ROOT));
        profile.mean().forEach(root.putArray("mean")::add);
        profile.std().forEach(root.putArray("std")::add);
        root.put("output", profile.output().text());
        profile.classes().ifPresent(classes -> root.put("classes", classes));
        return root.toPrettyString() + "\n";
    }

    /** Saves a profile, replacing what was there. */
    public static void write(InputProfile profile, Path file) throws FileException {
        AtomicFile.write(file, write(profile));
    }
}
