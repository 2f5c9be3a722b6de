package vermeer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vermeer.cache.DiskCache;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.FlippedLabels;
import vermeer.evaluation.Predictions;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.train.FineTuning;
import vermeer.train.JoinCheck;
import vermeer.train.RunFolder;
import vermeer.train.TrainingData;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;

/** How fast networks are fine-tuned on a folder of labelled photos, and how well, with the head alone and with more. */
final class FinetuneBench implements BenchSuite {
    private static final List<String> RUNS = List.of("head", "one-rate", "depth");
    private static final String LABELS = "labels";
    private static final int FLIPS = 10;
    private static final int SEEDS = 3;
    private static final int EPOCHS = 4;

    @Override
    public String name() {
        return "finetune";
    }

    @Override
    public List<String> about() {
        return List.of(
                "needs a folder of labelled photos (PATH); an empty cache every time, so the frozen part is computed",
                "head     only a new head: seconds from the opened network to the saved and checked one",
                "one-rate  a quarter of the layers retrained as well, at the head's learning rate",
                "depth    the same with smaller rates further down: the default",
                "labels   a twentieth of the labels flipped on purpose, ten seeds: how precise is the list of"
                        + " suspects?");
    }

    @Override
    public List<String> choices() {
        return Stream.concat(RUNS.stream(), Stream.of(LABELS)).toList();
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        if (request.paths().size() != 1) {
            throw new CommandException(
                    "This suite needs one folder of labelled photos: vermeer bench finetune FOLDER.");
        }
        Progress progress = request.surroundings().progress();
        TrainingData data = TrainingData.of(Prepared.of(request.paths().get(0), progress));
        data.check();
        ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Fine-tuning");
        List<FinetuneBenchResult.Row> rows = new ArrayList<>();
        List<FlippedLabels> flips = List.of();
        try (OpenModel model = request.open()) {
            List<Cut> cuts = FineTuning.cuts(
                    FineTuning.backbone(model), data.splits().classes().size());
            Cut deep = quarter(cuts);
            for (String choice : RUNS) {
                for (int seed = 0; seed < SEEDS && request.wants(choice); seed++) {
                    Cut cut = choice.equals("head") ? cuts.get(0) : deep;
                    rows.add(row(request, model, data, cut, choice, seed, progress));
                    line.draw(rows.size(), (long) SEEDS * RUNS.size());
                }
            }
            if (request.wants(LABELS)) {
                flips = flips(request, model, progress);
            }
        }
        line.clear();
        return new FinetuneBenchResult(rows, flips);
    }

    /** Flips labels of all the folder's photos and looks for them, by the features that the network has of them. */
    private static List<FlippedLabels> flips(BenchRequest request, OpenModel model, Progress progress)
            throws Exception {
        Dataset dataset = Prepared.of(request.paths().get(0), progress).dataset();
        // Labels are the folder's; which classes the model has does not matter here.
        Answers answers = new Answering(model, request.surroundings().pictures())
                .answer(dataset.pictures(), new int[dataset.classes().size()], progress);
        if (answers.features().isEmpty()) {
            throw new CommandException("'" + model.name() + "' does not end in a layer with weights, so it has no"
                    + " features to find wrong labels with; choose another model.");
        }
        int[] labels =
                answers.pictures().stream().mapToInt(LabelledPicture::label).toArray();
        List<FlippedLabels> flips = new ArrayList<>();
        for (int seed = 0; seed < FLIPS; seed++) {
            flips.add(FlippedLabels.of(
                    dataset.classes(),
                    answers.predictions().pictures(),
                    answers.features().get(),
                    labels,
                    seed,
                    progress));
        }
        return flips;
    }

    /** The last possible cut that leaves at least three quarters of the layers frozen. */
    private static Cut quarter(List<Cut> cuts) {
        int all = cuts.get(cuts.size() - 1).layers();
        Cut found = cuts.get(0);
        for (Cut cut : cuts) {
            found = cut.refusal().isEmpty() && cut.layers() <= all / 4 ? cut : found;
        }
        return found;
    }

    private static FinetuneBenchResult.Row row(
            BenchRequest request,
            OpenModel model,
            TrainingData data,
            Cut cut,
            String choice,
            int seed,
            Progress progress)
            throws Exception {
        Path folder = Files.createTempDirectory("vermeer-bench-");
        Map<String, String> changes = new LinkedHashMap<>(Map.of("seed", Integer.toString(seed)));
        if (!choice.equals("head")) {
            changes.put("epochs", Integer.toString(EPOCHS));
        }
        if (choice.equals("one-rate")) {
            changes.putAll(Map.of("tail-rate", "1", "depth-factor", "1"));
        }
        TrainingSettings settings = Settings.apply(new TrainingSettings(), changes);
        try (FineTuning tuning = new FineTuning(
                request.surroundings().engine().get(),
                request.surroundings().pictures(),
                new DiskCache(folder.resolve("cache"), DiskCache.TEN_GIGABYTES))) {
            RunFolder run = new RunFolder(folder.resolve("run"));
            tuning.warm();
            long started = System.nanoTime();
            tuning.prepare(model, cut, data, settings, run, progress);
            double features = (System.nanoTime() - started) / 1e9;
            List<Double> epochs = new ArrayList<>();
            tuning.train(run, event -> epoch(event).ifPresent(epochs::add), progress);
            JoinCheck check = tuning.finish(model, run, progress);
            double all = (System.nanoTime() - started) / 1e9;
            Predictions judged = check.predictions()
                    .getOrDefault(Split.DEV, check.predictions().get(Split.TRAIN));
            double accuracy = 1 - (double) judged.errors() / judged.size();
            return new FinetuneBenchResult.Row(
                    choice,
                    seed,
                    cut.layers(),
                    cut.parameters(),
                    features,
                    epochs.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                    all,
                    accuracy);
        } finally {
            delete(folder);
        }
    }

    /** The seconds of an epoch, its judging included. */
    private static Optional<Double> epoch(JsonNode event) {
        return event.path("event").asText().equals("epoch")
                ? Optional.of(event.path("train").path("pictures").asInt()
                        / event.path("picturesPerSecond").asDouble())
                : Optional.empty();
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
