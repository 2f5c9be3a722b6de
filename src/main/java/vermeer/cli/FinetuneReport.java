package vermeer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vermeer.data.Split;
import vermeer.data.augmentation.Augmentation;
import vermeer.data.inspection.DuplicateGroup;
import vermeer.data.label.LabelReading;
import vermeer.setting.Setting;
import vermeer.setting.Settings;
import vermeer.train.CutTrial;
import vermeer.train.CutTrials;
import vermeer.train.JoinCheck;
import vermeer.train.RateCurve;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.RunSummary;
import vermeer.train.TrainingException;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;

/** Prints what a training run comes to. */
final class FinetuneReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Terminal terminal;
    private final OutputFormat format;

    FinetuneReport(Terminal terminal, OutputFormat format) {
        this.terminal = terminal;
        this.format = format;
    }

    void settings() {
        print(Settings.of(new TrainingSettings()));
        terminal.out().println("Of changed forms (forms=N):");
        print(Settings.of(new Augmentation()));
    }

    private void print(List<Setting> settings) {
        for (Setting setting : settings) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "  %-16s %-12s %s (%s)",
                            setting.name(),
                            setting.initial(),
                            setting.help(),
                            setting.allowed()));
        }
    }

    void data(LabelReading reading) {
        reading.emptyClasses()
                .forEach(name -> terminal.err().println("The folder '" + name + "' holds no photos and is left out."));
        if (!reading.leftOut().isEmpty()) {
            terminal.err()
                    .println(reading.leftOut().size() + " files are left out; the first is "
                            + reading.leftOut().get(0).key() + ", which "
                            + reading.leftOut().get(0).reason() + ".");
        }
    }

    /** Pictures that are the same, or look so, in several splits. */
    void duplicates(DuplicateGroup group, Map<String, Split> splits, Set<String> left, boolean keep) {
        if (format == OutputFormat.JSON) {
            ObjectNode line = JSON.createObjectNode().put("event", "duplicates").put("exact", group.exact());
            ArrayNode pictures = line.putArray("pictures");
            group.keys().stream().filter(splits::containsKey).forEach(key -> pictures.addObject()
                    .put("key", key)
                    .put("split", splits.get(key).text())
                    .put("leftOut", !keep && left.contains(key)));
            terminal.out().println(line);
            return;
        }
        List<String> places = group.keys().stream()
                .filter(splits::containsKey)
                .map(key ->
                        key + " (" + splits.get(key).text() + (!keep && left.contains(key) ? ", left out" : "") + ")")
                .toList();
        terminal.err()
                .println((group.exact() ? "The same file: " : "Nearly the same picture: ") + String.join(", ", places));
    }

    /**
     * What was done about all of them.
     *
     * @param groups how many pictures come more than once
     * @param leaks how many of them in several splits
     * @param left how many copies are left out
     */
    void duplicates(int groups, int leaks, int left) {
        if (groups > 0) {
            String leaking = leaks == 0
                    ? "none of them in several splits"
                    : leaks + " of them in several splits, so "
                            + (left > 0
                                    ? left + " copies are left out of this run (--keep-duplicates keeps them)"
                                    : "what is learned is asked again and the network looks better than it is");
            terminal.err().println(groups + " pictures come more than once, " + leaking + ".");
        }
    }

    void cuts(List<Cut> cuts) {
        for (int i = 0; i < cuts.size(); i++) {
            Cut cut = cuts.get(i);
            String name = i == 0 ? Cut.HEAD : cut.name();
            if (format == OutputFormat.JSON) {
                ObjectNode line = JSON.createObjectNode()
                        .put("cut", name)
                        .put("layers", cut.layers())
                        .put("parameters", cut.parameters())
                        .put("bytesPerPicture", cut.bytes(1));
                cut.refusal().ifPresent(reason -> line.put("refusal", reason));
                terminal.out().println(line);
            } else {
                terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "%-60s %3d layers %,12d parameters %,10d bytes a photo %s",
                                name,
                                cut.layers(),
                                cut.parameters(),
                                cut.bytes(1),
                                cut.refusal().orElse("")));
            }
        }
    }

    /** @param file the chosen network's */
    void trials(List<CutTrial> trials, CutTrial chosen, Path file) {
        trials.forEach(trial -> print(trial, trial.equals(chosen)));
        CutTrial best = CutTrials.best(trials);
        String sentence = String.format(
                Locale.ROOT,
                "Chosen: %s from %s, %s (the best is right on %.1f %%, with a standard error of %.1f points).",
                chosen.network(),
                name(chosen),
                chosen.equals(best)
                        ? "the best of all and the least to train of those as good"
                        : "the least to train of those within one standard error of the best",
                100 * best.accuracy().value(),
                100 * best.standardError());
        terminal.out()
                .println(
                        format == OutputFormat.JSON
                                ? JSON.createObjectNode()
                                        .put("event", "chosen")
                                        .put("model", file.toString())
                                        .put("network", chosen.network())
                                        .put("cut", name(chosen))
                                        .put("best", best.accuracy().value())
                                        .put("standardError", best.standardError())
                                        .put("sentence", sentence)
                                        .toString()
                                : sentence);
    }

    private static String name(CutTrial trial) {
        return trial.cut().headOnly() ? Cut.HEAD : trial.cut().name();
    }

    private void print(CutTrial trial, boolean chosen) {
        if (format == OutputFormat.JSON) {
            terminal.out()
                    .println(JSON.createObjectNode()
                            .put("event", "trial")
                            .put("network", trial.network())
                            .put("cut", name(trial))
                            .put("parameters", trial.cut().parameters())
                            .put("accuracy", trial.accuracy().value())
                            .put("low", trial.accuracy().low())
                            .put("high", trial.accuracy().high())
                            .put("photos", trial.photos())
                            .put("seconds", trial.seconds())
                            .put("chosen", chosen));
            return;
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-20s %-40s %,12d parameters  small head right on %5.1f %% (%.1f to %.1f)  %5.1f s%s",
                        trial.network(),
                        name(trial),
                        trial.cut().parameters(),
                        100 * trial.accuracy().value(),
                        100 * trial.accuracy().low(),
                        100 * trial.accuracy().high(),
                        trial.seconds(),
                        chosen ? "  chosen" : ""));
    }

    void rates(RateCurve curve) {
        for (RateCurve.Point point : curve.points()) {
            terminal.out()
                    .println(
                            format == OutputFormat.JSON
                                    ? JSON.createObjectNode()
                                            .put("event", "rate")
                                            .put("rate", point.rate())
                                            .put("loss", point.loss())
                                            .toString()
                                    : String.format(Locale.ROOT, "%.2e  %.4f", point.rate(), point.loss()));
        }
        terminal.out()
                .println(
                        format == OutputFormat.JSON
                                ? JSON.createObjectNode()
                                        .put("event", "proposed")
                                        .put("rate", curve.proposed())
                                        .toString()
                                : String.format(Locale.ROOT, "Proposed: --set learning-rate=%.1e", curve.proposed()));
    }

    void event(JsonNode event) {
        if (format == OutputFormat.JSON) {
            terminal.out().println(event);
        } else if (event.path("event").asText().equals("epoch")) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "epoch %3d of %d%s  train loss %.4f, %5.1f %%  dev loss %.4f, %5.1f %%%s",
                            event.path("epoch").asInt(),
                            event.path("epochs").asInt(),
                            stage(event.path("stage").asText()),
                            event.path("train").path("loss").asDouble(),
                            100 * event.path("train").path("accuracy").asDouble(),
                            event.path("dev").path("loss").asDouble(),
                            100 * event.path("dev").path("accuracy").asDouble(),
                            event.path("best").asBoolean() ? "  best so far" : ""));
        } else {
            terminal.out().println(event.path("sentence").asText());
        }
    }

    private static String stage(String name) {
        return name.isEmpty() ? "" : ", " + name;
    }

    void summary(RunFolder folder, RunOutcome outcome, JoinCheck check, double seconds) throws TrainingException {
        ObjectNode summary = RunSummary.write(folder, outcome, check, seconds);
        if (format == OutputFormat.JSON) {
            terminal.out().println(summary);
            return;
        }
        summary.path("splits").fields().forEachRemaining(split -> terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-10s %4d photos, %d wrong, error %.1f %%",
                        split.getKey(),
                        split.getValue().path("pictures").asInt(),
                        split.getValue().path("errors").asInt(),
                        100 * split.getValue().path("error").asDouble())));
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "The model is %s (%.1f s; joined parts agree to %.1e on %d photos).",
                        folder.model(),
                        seconds,
                        check.largestDifference(),
                        check.pictures()));
        check.zip().ifPresent(zip -> terminal.out().println(zip.sentence()));
    }
}
