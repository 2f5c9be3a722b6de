package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.Survey;
import vermeer.network.SurveyPicture;

/** Reads a layer on a folder and prints what its channels answer to. */
record SurveyPrinting(CommandSpec command, List<String> between, int top) {

    /** Refuses options that do not fit each other. */
    void check(String layer, List<Path> paths) {
        if ((layer == null) != paths.isEmpty()) {
            throw wrong(layer == null ? "Pictures need a --layer to look at." : "--layer needs pictures or folders.");
        }
        if (!between.isEmpty() && (between.size() != 2 || layer == null)) {
            throw wrong("--between takes two classes, such as ants,bees, and needs a --layer.");
        }
        if (top < 1) {
            throw wrong("--top takes a number from 1, not " + top + ".");
        }
    }

    Survey read(Surroundings surroundings, OpenModel model, Layer layer, List<Path> paths)
            throws CommandException, EngineException, CancelledException {
        List<SurveyPicture> pictures = new ArrayList<>();
        for (FoundPicture found : FoundPicture.in(paths)) {
            Path above = found.file().toAbsolutePath().getParent();
            boolean named = above != null && above.getFileName() != null;
            pictures.add(
                    new SurveyPicture(found.file(), named ? above.getFileName().toString() : ""));
        }
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Reading " + layer.value());
        try {
            Survey survey = Survey.of(
                    model, layer, pictures, surroundings.pictures(), new DrawnProgress(surroundings.progress(), line));
            for (String label : between) {
                if (!survey.labels().contains(label)) {
                    throw wrong(
                            "There is no class '" + label + "'; there are " + String.join(", ", survey.labels()) + ".");
                }
            }
            return survey;
        } finally {
            line.clear();
        }
    }

    void print(Survey survey, OutputFormat format, PrintWriter out) {
        if (format == OutputFormat.JSON) {
            out.println(json(survey));
            return;
        }
        out.println(String.format(
                Locale.ROOT,
                "%s: %d channels on %d pictures, %d of them dead",
                survey.layer().value(),
                survey.channels(),
                survey.readings().size(),
                survey.dead().size()));
        if (!between.isEmpty()) {
            for (Survey.Separation one : separating(survey)) {
                out.println(String.format(
                        Locale.ROOT,
                        "channel %4d  AUC %.3f  mean %.4g for %s, %.4g for %s",
                        one.channel(),
                        one.auc(),
                        one.first(),
                        between.get(0),
                        one.second(),
                        between.get(1)));
            }
            return;
        }
        for (int channel = 0; channel < survey.channels(); channel++) {
            out.println("channel " + channel + (survey.dead().contains(channel) ? "  dead" : ""));
            for (Survey.Patch patch : survey.patches(channel, top)) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %10.4g  %s  at %.0f,%.0f  %.0f x %.0f px",
                        patch.value(),
                        patch.picture().file(),
                        patch.field().x(),
                        patch.field().y(),
                        patch.field().width(),
                        patch.field().height()));
            }
        }
    }

    private List<Survey.Separation> separating(Survey survey) {
        return survey.separating(between.get(0), between.get(1), top);
    }

    private ObjectNode json(Survey survey) {
        ObjectNode json = new ObjectMapper()
                .createObjectNode()
                .put("layer", survey.layer().value())
                .put("pictures", survey.readings().size())
                .put("placesSeeMore", survey.whole());
        survey.dead().forEach(json.putArray("dead")::add);
        if (!between.isEmpty()) {
            ArrayNode channels = json.putArray("separating");
            for (Survey.Separation one : separating(survey)) {
                channels.addObject()
                        .put("channel", one.channel())
                        .put("auc", one.auc())
                        .putObject("means")
                        .put(between.get(0), one.first())
                        .put(between.get(1), one.second());
            }
        }
        ArrayNode channels = json.putArray("channels");
        for (int channel = 0; channel < survey.channels(); channel++) {
            ObjectNode entry = channels.addObject().put("channel", channel);
            ObjectNode means = entry.putObject("classMeans");
            for (String label : survey.labels()) {
                means.put(label, survey.mean(channel, label));
            }
            patches(survey, channel, entry.putArray("patches"));
        }
        return json;
    }

    private void patches(Survey survey, int channel, ArrayNode patches) {
        for (Survey.Patch patch : survey.patches(channel, top)) {
            patches.addObject()
                    .put("image", patch.picture().file().toString())
                    .put("class", patch.picture().label())
                    .put("value", patch.value())
                    .put("x", patch.field().x())
                    .put("y", patch.field().y())
                    .put("width", patch.field().width())
                    .put("height", patch.field().height());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
