package vermeer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import vermeer.dream.Dream;
import vermeer.dream.Dreamt;
import vermeer.dream.Feature;
import vermeer.dream.Frame;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.image.AnimatedGif;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;

/**
 * Writes what {@code dream} makes: the picture, how it became, and what it is.
 *
 * @param frames whether every picture on the way gets a file
 */
record DreamFiles(Path out, OpenModel model, boolean frames) {
    private static final int MILLISECONDS = 100;
    private static final int LAST_MILLISECONDS = 1_500;

    /** @return what the {@code .json} file holds, with the files' names */
    ObjectNode write(
            Optional<FoundPicture> start,
            Dream dream,
            Feature feature,
            Dreamt dreamt,
            List<Frame> kept,
            double milliseconds)
            throws FileException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Path folder = start.map(found -> out.resolve(found.folder())).orElse(out);
        String stem = start.map(FoundPicture::stem).orElse("noise") + "." + dream.name() + "." + feature.fileName();
        ObjectNode description = json.createObjectNode()
                .put("image", start.map(found -> found.file().toString()).orElse(null))
                .put("method", dream.name())
                .put("madeFor", feature.text());
        description.set("settings", json.valueToTree(Settings.values(dream)));
        description
                .putObject("model")
                .put("name", model.name())
                .put("file", model.file().toString())
                .put("sha256", model.sha256());
        dreamt.reached().ifPresent(reached -> description.put("reached", reached));
        description.set("facts", json.valueToTree(new TreeMap<>(dreamt.facts())));
        description.set("objective", json.valueToTree(dreamt.course()));
        description.set("notices", json.valueToTree(dreamt.notices()));
        ObjectNode files = description.putObject("files");
        Path png = folder.resolve(stem + ".png");
        Pixels.of(dreamt.picture()).writePng(png);
        files.put("png", png.toString());
        Path gif = folder.resolve(stem + ".gif");
        animation(dreamt, kept).write(gif);
        files.put("gif", gif.toString());
        if (frames) {
            files.put("frames", frames(folder.resolve(stem + ".frames"), kept));
        }
        Path text = folder.resolve(stem + ".json");
        files.put("json", text.toString());
        description.put("milliseconds", Math.round(1000 * milliseconds) / 1000.0);
        try {
            AtomicFile.write(text, json.writeValueAsString(description) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return description;
    }

    /** The pictures of the finished one's size: smaller octaves are left out. */
    private static AnimatedGif animation(Dreamt dreamt, List<Frame> kept) {
        Picture made = dreamt.picture();
        List<Picture> pictures = new ArrayList<>(List.of(dreamt.first()));
        kept.forEach(frame -> pictures.add(frame.picture()));
        pictures.add(made);
        pictures.removeIf(picture -> picture.width() != made.width() || picture.height() != made.height());
        return new AnimatedGif(pictures, MILLISECONDS, LAST_MILLISECONDS);
    }

    private static String frames(Path folder, List<Frame> kept) throws FileException {
        for (int i = 0; i < kept.size(); i++) {
            Pixels.of(kept.get(i).picture()).writePng(folder.resolve(String.format(Locale.ROOT, "%04d.png", i + 1)));
        }
        return folder.toString();
    }

    /** What was made, in one line. */
    static String line(Dream dream, Feature feature, Dreamt dreamt, ObjectNode written) {
        StringBuilder facts = new StringBuilder();
        new TreeMap<>(dreamt.facts())
                .forEach((name, value) -> facts.append(String.format(Locale.ROOT, ", %s %.4g", name, value)));
        return String.format(
                Locale.ROOT,
                "%s of %s in %.0f ms%s: %s",
                dream.title(),
                feature.text(),
                written.get("milliseconds").doubleValue(),
                facts,
                written.get("files").get("png").textValue());
    }
}
