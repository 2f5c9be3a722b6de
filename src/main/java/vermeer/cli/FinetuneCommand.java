package vermeer.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.cache.DiskCache;
import vermeer.model.OpenModel;
import vermeer.setting.SettingException;
import vermeer.train.FineTuning;
import vermeer.train.JoinCheck;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.RunPlan;
import vermeer.train.TrainingData;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;

/** Turns a pretrained network into one for the user's own classes. */
@Command(
        mixinStandardHelpOptions = true,
        name = "finetune",
        description = {
            "Fine-tunes a network on a folder of labelled photos: what lies before the cut stays frozen and runs once"
                    + " over all",
            "photos, what comes after it is trained, with a new head for the folder's classes.",
            "",
            "Folders called train, val (or dev) and test split the photos; else they are drawn by chance, with the"
                    + " seed.",
            "The folder of --out then holds model.onnx, ready to be opened, with profile, class names and training"
                    + " record",
            "inside; summary.json; events.jsonl; and what the run needs to go on.",
            "",
            "With --format json it prints one line an epoch:",
            "{\"event\":\"epoch\",\"epoch\",\"epochs\",\"learningRate\",\"train\":{\"pictures\",\"loss\",\"accuracy\","
                    + "\"recalls\"},\"trainDev\",\"dev\",\"best\",...}",
            "and at last {\"event\":\"summary\",\"model\",\"cut\",\"parameters\",\"bestEpoch\",\"splits\":{...},...}."
        })
final class FinetuneCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "FILE", description = "The network: ONNX, Deeplearning4j or Keras.")
    private Path model;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "How a picture becomes its input, where the file does not say.")
    private Path profile;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Photos in one folder a class, perhaps inside folders train, val and test.")
    private Path data;

    @Option(
            names = "--weak",
            paramLabel = "PART",
            description =
                    "A part of the folder, such as web in web/cats/1.jpg, whose labels are weak: training takes it"
                            + " first and the rest after that, in one run; may be repeated. Without it, as decided in the"
                            + " window.")
    private List<String> weak = List.of();

    @Option(
            names = "--keep-duplicates",
            description =
                    "Keeps pictures that are in several splits; without it only the copies in the split that judges"
                            + " most stay in the run.")
    private boolean keepDuplicates;

    @Option(
            names = "--cut",
            paramLabel = "NAME|auto",
            defaultValue = Cut.HEAD,
            description =
                    "Where training begins: head (the default) for a new head only, the name of a layer for all that"
                            + " comes after it, auto for the network and cut that do best in cross-validation, list to see"
                            + " them.")
    private String cut;

    @Option(
            names = "--candidate",
            paramLabel = "FILE",
            description =
                    "One more network that --cut auto tries, besides --model and those that come with Vermeer; may be"
                            + " repeated.")
    private List<Path> candidates = List.of();

    @Option(names = "--no-samples", description = "--cut auto does not try the networks that come with Vermeer.")
    private boolean own;

    @Option(names = "--epochs", paramLabel = "N", description = "The same as --set epochs=N.")
    private Integer epochs;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting of training or of augmentation; may be repeated. 'forms=N' shows every training photo"
                            + " in N changed forms besides itself. --set help lists them all.")
    private List<String> changes = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Decides everything that is drawn by chance, the splits too (0).")
    private Long seed;

    @Option(
            names = "--find-rate",
            description = "Trains nothing, but prints the loss at rising learning rates and proposes one.")
    private boolean findRate;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the run; made where it is missing.")
    private Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Goes on with the run in this folder from its newest checkpoint.")
    private Path resume;

    @Option(
            names = "--inexact",
            description = "Resumes even where the result may differ in rounding from the unbroken run's.")
    private boolean inexact;

    @Mixin
    private FormatOption format;

    FinetuneCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        FinetuneReport report = new FinetuneReport(surroundings.terminal(), format.chosen());
        if (changes.contains("help")) {
            report.settings();
            return 0;
        }
        requireOptions();
        try (FineTuning tuning =
                new FineTuning(surroundings.engine().get(), surroundings.pictures(), DiskCache.ofUser())) {
            return resume == null ? begin(tuning, report) : goOn(tuning, new RunFolder(resume), report);
        }
    }

    private void requireOptions() {
        Optional<String> needed = resume == null ? missing().keySet().stream().findFirst() : Optional.empty();
        if (needed.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '" + needed.get() + "' (or --resume DIR).");
        }
    }

    private Map<String, Path> missing() {
        Map<String, Path> options = new LinkedHashMap<>();
        options.put("--model", model);
        options.put("--data", data);
        options.put("--out", out);
        options.values().removeIf(given -> given != null);
        if (cut.equals("list")) {
            options.remove("--out");
        }
        if (cut.equals("auto")) {
            options.remove("--model");
        }
        return options;
    }

    private int begin(FineTuning tuning, FinetuneReport report) throws Exception {
        FinetuneChoices choices = choices();
        TrainingData photos =
                new FinetunePhotos(surroundings, report, Set.copyOf(weak), keepDuplicates).of(data, choices);
        photos.check();
        if (!findRate) {
            tuning.warm();
        }
        if (!cut.equals("auto")) {
            return begin(
                    tuning,
                    report,
                    choices,
                    photos,
                    new FinetuneCandidates.Choice(model.toAbsolutePath().normalize(), cut));
        }
        FinetuneCandidates.Choice choice = new FinetuneCandidates(surroundings, report).choose(candidates(), photos);
        return begin(tuning, report, choices, photos, choice);
    }

    private int begin(
            FineTuning tuning,
            FinetuneReport report,
            FinetuneChoices choices,
            TrainingData photos,
            FinetuneCandidates.Choice choice)
            throws Exception {
        boolean ownModel =
                model != null && choice.file().equals(model.toAbsolutePath().normalize());
        Optional<Path> given = ownModel ? Optional.ofNullable(profile) : Optional.empty();
        try (OpenModel opened = surroundings.models().open(choice.file(), given, surroundings.progress())) {
            opened.notices().forEach(surroundings.terminal().err()::println);
            Backbone backbone = FineTuning.backbone(opened);
            List<Cut> cuts = FineTuning.cuts(backbone, photos.splits().classes().size());
            if (choice.cut().equals("list")) {
                report.cuts(cuts);
                return 0;
            }
            RunFolder folder = new RunFolder(out);
            long started = System.nanoTime();
            Cut chosen = Cuts.named(cuts, choice.cut());
            ProgressLine line = new ProgressLine(surroundings.terminal(), "Looking at the photos");
            tuning.prepare(
                            opened,
                            chosen,
                            photos,
                            choices.settings(data),
                            folder,
                            new DrawnProgress(surroundings.progress(), line))
                    .forEach(picture -> {
                        line.clear();
                        surroundings.terminal().err().println(picture.reason());
                    });
            line.clear();
            if (findRate) {
                report.rates(tuning.rates(folder, surroundings.progress()));
                return 0;
            }
            return train(tuning, opened, folder, report, started);
        }
    }

    /** What {@code --cut auto} tries, each file once. */
    private Map<Path, Optional<Path>> candidates() {
        Map<Path, Optional<Path>> files = new LinkedHashMap<>();
        if (model != null) {
            files.put(model.toAbsolutePath().normalize(), Optional.ofNullable(profile));
        }
        Stream.concat(candidates.stream(), own ? Stream.of() : SampleFiles.models().stream())
                .map(file -> file.toAbsolutePath().normalize())
                .forEach(file -> files.putIfAbsent(file, Optional.empty()));
        return files;
    }

    private int goOn(FineTuning tuning, RunFolder folder, FinetuneReport report) throws Exception {
        RunPlan plan = folder.readPlan();
        Path source = model == null ? Path.of(plan.model().file()) : model;
        try (OpenModel opened =
                surroundings.models().open(source, Optional.ofNullable(profile), surroundings.progress())) {
            long started = System.nanoTime();
            tuning.readyAgain(opened, folder, inexact, surroundings.progress());
            return train(tuning, opened, folder, report, started);
        }
    }

    private int train(FineTuning tuning, OpenModel opened, RunFolder folder, FinetuneReport report, long started)
            throws Exception {
        RunOutcome outcome = tuning.train(folder, report::event, surroundings.progress());
        JoinCheck check = tuning.finish(opened, folder, surroundings.progress());
        report.summary(folder, outcome, check, (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private FinetuneChoices choices() throws CommandException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String change : changes) {
            int at = change.indexOf('=');
            if (at < 1) {
                throw new ParameterException(
                        spec.commandLine(), "A setting is written KEY=VALUE, not '" + change + "'.");
            }
            settings.put(change.substring(0, at), change.substring(at + 1));
        }
        if (epochs != null) {
            settings.put("epochs", epochs.toString());
        }
        if (seed != null) {
            settings.put("seed", seed.toString());
        }
        try {
            return FinetuneChoices.of(settings);
        } catch (SettingException wrong) {
            throw new CommandException(wrong.getMessage());
        }
    }
}
