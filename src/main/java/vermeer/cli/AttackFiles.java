package vermeer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.NoisePicture;
import vermeer.attack.Size;
import vermeer.engine.EngineException;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.image.Pixels;
import vermeer.job.CancelledException;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** Writes what {@code attack} makes of one picture: the result, the noise, and what they are. */
final class AttackFiles {
    private static final int TOP = 5;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path out;
    private final OpenModel model;

    AttackFiles(Path out, OpenModel model) {
        this.out = out;
        this.model = model;
    }

    /** What else is known of a result. */
    @FunctionalInterface
    interface More {
        void describe(ObjectNode description) throws EngineException, CancelledException;
    }

    /** @return what the {@code .json} file holds, with the files' names */
    ObjectNode write(NetworkInput input, Attack attack, AttackResult result, More more)
            throws EngineException, FileException, CancelledException {
        Path folder = out.resolve(input.folder());
        int index = result.goal().target().orElse(result.goal().label());
        String stem = input.stem() + "." + attack.name() + "." + index;
        NoisePicture noise = NoisePicture.between(result.original(), result.picture());
        ObjectNode description = describe(input, attack, result);
        description.put("noiseFactor", noise.factor());
        more.describe(description);
        ObjectNode files = description.putObject("files");
        Path png = folder.resolve(stem + ".png");
        Pixels.of(result.picture()).writePng(png);
        files.put("png", png.toString());
        Path noisePng = folder.resolve(stem + ".noise.png");
        Pixels.of(noise.picture()).writePng(noisePng);
        files.put("noise", noisePng.toString());
        if (result.pattern().isPresent()) {
            Path pattern = folder.resolve(stem + ".pattern.png");
            Pixels.of(result.pattern().get()).writePng(pattern);
            files.put("pattern", pattern.toString());
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

    private ObjectNode describe(NetworkInput input, Attack attack, AttackResult result) {
        ObjectNode description = json.createObjectNode()
                .put("image", input.image())
                .put("method", attack.name())
                .set("settings", json.valueToTree(Settings.values(attack)));
        ObjectNode goal =
                description.putObject("goal").put("label", result.goal().label());
        goal.put("labelName", model.classNames().get(result.goal().label()));
        result.goal().target().ifPresent(target -> goal.put("target", target)
                .put("targetName", model.classNames().get(target)));
        description
                .putObject("model")
                .put("name", model.name())
                .put("file", model.file().toString())
                .put("sha256", model.sha256());
        description.put("found", result.found());
        description
                .putObject("success")
                .put("beforeRounding", result.foundUnrounded())
                .put("afterRounding", result.found());
        description.set("clean", top(model, result.clean()));
        description.set("adversarial", top(model, result.rounded()));
        description.set("adversarialBeforeRounding", top(model, result.unrounded()));
        ObjectNode sizes = description.putObject("levels");
        size(sizes.putObject("beforeRounding"), result.unroundedSize());
        size(sizes.putObject("afterRounding"), result.size());
        description.putObject("queries").put("forward", result.queries()).put("gradient", result.gradients());
        description.put("milliseconds", Math.round(1000 * result.milliseconds()) / 1000.0);
        result.notices().forEach(description.putArray("notices")::add);
        return description;
    }

    /** The most probable classes of logits. */
    static ArrayNode top(OpenModel model, Tensor logits) {
        ArrayNode classes = new ObjectMapper().createArrayNode();
        Answer.of(model, logits).ranking().stream().limit(TOP).forEach(score -> classes.addObject()
                .put("index", score.index())
                .put("name", score.name())
                .put("probability", score.probability()));
        return classes;
    }

    private static void size(ObjectNode node, Size size) {
        node.put("linf", size.lInf())
                .put("l2", size.l2())
                .put("rootMeanSquare", size.meanSquare())
                .put("changed", size.changed());
    }
}
