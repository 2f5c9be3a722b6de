package vermeer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.image.Heatmap;
import vermeer.image.ProfileJson;
import vermeer.image.Region;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.setting.Settings;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.trust.MarkedPlaces;

/** Writes what {@code explain} makes of one input: a picture, the raw values, and what they are. */
final class ExplanationFiles {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path out;
    private final OpenModel model;
    private final boolean profiled;
    private final MarkOptions marks;
    private final Set<Path> taken = new HashSet<>();

    /**
     * @param profiled whether inputs are made of pictures as the model's profile says
     * @param marks what is boxed in the pictures
     */
    ExplanationFiles(Path out, OpenModel model, boolean profiled, MarkOptions marks) {
        this.marks = marks;
        this.out = out;
        this.model = model;
        this.profiled = profiled;
    }

    /** @return what the {@code .json} file holds, with the files' names */
    ObjectNode write(
            NetworkInput input,
            AttributionMethod method,
            Target target,
            Answer answer,
            Answer.Score score,
            Attribution attribution,
            double milliseconds)
            throws FileException {
        Path folder = out.resolve(input.folder());
        String stem = free(folder, input.stem() + "." + method.name() + "." + asked(target, score));
        ObjectNode description = describe(input, method, target, answer, score, attribution, milliseconds);
        ObjectNode files = description.putObject("files");
        Heatmap map = attribution.map();
        Path png = folder.resolve(stem + ".png");
        MarkedPlaces marked = marks.of(map);
        List<String> caption = caption(method, score, attribution);
        caption.addAll(marked.sentences("The dashed box"));
        MapPicture.write(input, map, marked, method.title() + ": " + target.name(), caption, png);
        files.put("png", png.toString());
        files.put(
                "npy",
                array(folder.resolve(stem + ".npy"), new Tensor(new int[] {map.height(), map.width()}, map.values())));
        if (attribution.channels().isPresent()) {
            files.put(
                    "channels",
                    array(
                            folder.resolve(stem + ".channels.npy"),
                            attribution.channels().get()));
        }
        Path text = folder.resolve(stem + ".json");
        files.put("json", text.toString());
        try {
            AtomicFile.write(text, json.writeValueAsString(description) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return description;
    }

    /** {@code 281}; {@code 281-not-285} for the contrast of two classes. */
    private static String asked(Target target, Answer.Score score) {
        return target.terms().size() == 1
                ? Integer.toString(score.index())
                : target.terms().stream()
                        .map(term -> Integer.toString(term.index()))
                        .collect(Collectors.joining("-not-"));
    }

    /** The stem itself, or a numbered one where this command has used it for other settings of the method. */
    private String free(Path folder, String stem) {
        String free = stem;
        for (int number = 2; !taken.add(folder.resolve(free.toLowerCase(Locale.ROOT))); number++) {
            free = stem + "-" + number;
        }
        return free;
    }

    private List<String> caption(AttributionMethod method, Answer.Score score, Attribution attribution) {
        String settings = Settings.line(method);
        List<String> caption = new ArrayList<>();
        caption.add(String.format(
                Locale.ROOT,
                "%s gives class %d, %s, a probability of %.1f %%.",
                model.name(),
                score.index(),
                score.name(),
                100 * score.probability()));
        caption.add(method.title() + (settings.isEmpty() ? "" : " with " + settings) + ".");
        attribution
                .details()
                .forEach((name, value) ->
                        caption.add(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + value + "."));
        Double error = attribution.facts().get("completenessError");
        if (error != null) {
            caption.add(String.format(
                    Locale.ROOT,
                    "Completeness error %.3g of %.3g.",
                    error,
                    attribution.facts().get("expected")));
        }
        return caption;
    }

    private static String array(Path file, Tensor values) throws FileException {
        AtomicFile.write(file, stream -> Npy.write(values, stream));
        return file.toString();
    }

    private ObjectNode describe(
            NetworkInput input,
            AttributionMethod method,
            Target target,
            Answer answer,
            Answer.Score score,
            Attribution attribution,
            double milliseconds) {
        ObjectNode description = json.createObjectNode()
                .put("image", input.image())
                .put("method", method.name())
                .set("settings", json.valueToTree(Settings.values(method)));
        description
                .putObject("target")
                .put("index", score.index())
                .put("name", target.name())
                .put("value", target.value(answer.logits().data(), 0))
                .put("probability", score.probability());
        description
                .putObject("model")
                .put("name", model.name())
                .put("file", model.file().toString())
                .put("sha256", model.sha256());
        description.set("profile", profiled ? profile() : json.nullNode());
        describe(attribution, description);
        place(attribution.map().region(), description.putObject("region"));
        places(attribution.map(), description);
        return description.put("milliseconds", Math.round(1000 * milliseconds) / 1000.0);
    }

    /** The strongest regions, strongest first, and the user's box, in pixels of the picture. */
    private void places(Heatmap map, ObjectNode description) {
        ArrayNode regions = description.putArray("regions");
        MarkedPlaces.strongest(map)
                .forEach(region -> place(region.place(), regions.addObject()).put("share", region.share()));
        marks.of(map)
                .box()
                .ifPresentOrElse(
                        box -> place(box.place(), description.putObject("box"))
                                .put("hit", box.test().hit())
                                .put("energy", box.test().energy())
                                .put("area", box.test().area()),
                        () -> description.putNull("box"));
    }

    private static ObjectNode place(Region place, ObjectNode node) {
        return node.put("x", place.x())
                .put("y", place.y())
                .put("width", place.width())
                .put("height", place.height());
    }

    private void describe(Attribution attribution, ObjectNode description) {
        Heatmap map = attribution.map();
        description
                .putObject("map")
                .put("height", map.height())
                .put("width", map.width())
                .put("meaning", map.meaning());
        description.putObject("range").put("min", map.min()).put("max", map.max());
        if (attribution.facts().containsKey("completenessError")) {
            description
                    .putObject("completeness")
                    .put("sum", attribution.facts().get("sum"))
                    .put("expected", attribution.facts().get("expected"))
                    .put("error", attribution.facts().get("completenessError"));
        } else {
            description.putNull("completeness");
        }
        description.set("facts", json.valueToTree(new TreeMap<>(attribution.facts())));
        description.set("details", json.valueToTree(new TreeMap<>(attribution.details())));
    }

    private JsonNode profile() {
        try {
            return json.readTree(ProfileJson.write(model.profile()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
