package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermeer.data.DataException;
import vermeer.data.balance.AnswerRule;
import vermeer.data.decision.DecisionsFile;
import vermeer.evaluation.Domain;
import vermeer.evaluation.DomainFile;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluating;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.EvaluationJson;
import vermeer.evaluation.PredictionsCsv;
import vermeer.evaluation.curve.CurveFiles;
import vermeer.evaluation.handover.Handover;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** Says how good a model is on labelled pictures. */
@Command(
        mixinStandardHelpOptions = true,
        name = "evaluate",
        description = {
            "Says how good a model is on labelled pictures: one folder a class, inside train, val, test or not. Every"
                    + " measure",
            "has its 95 % interval. Pictures in a test folder are left alone unless you ask for them with --test.",
            "",
            "With --format json it prints one line: {\"model\",\"data\",\"parts\":[{\"split\",\"pictures\",\"errors\",",
            "\"accuracy\",...,\"perClass\",\"confusion\",\"reliability\"}],\"temperature\",\"topLosses\",",
            "\"suspectedLabels\",\"subsets\",\"worstSubset\",\"unread\",\"against\"}; an interval is"
                    + " {\"value\",\"low\",\"high\"}."
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ModelOptions model;

    @Mixin
    private LabelledOptions data;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What intervals and folds are drawn with (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also writes evaluation.json, predictions.csv, suspected-labels.csv, the ROC and precision-recall"
                            + " curves (curves.csv, curves.svg) and, of split folders, what the model was trained on"
                            + " (domain.json) there.")
    private Path out;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another model to compare with on the same pictures, such as the one before tuning.")
    private Path against;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Hands the model on: writes a new folder with the ONNX file, class names, profile, a model card,"
                            + " and examples in Python and Java that give the same probabilities.")
    private Path export;

    @Option(
            names = "--calibrate",
            description = "Makes the temperature that calibrates the model part of the exported one.")
    private boolean calibrate;

    EvaluateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (export != null) {
            Handover.refuseToOverwrite(export);
        }
        try (OpenModel opened = model.open(surroundings)) {
            LabelledAnswers answered = data.answer(opened, surroundings);
            Evaluation evaluation = evaluate(answered);
            ObjectNode json = new EvaluationJson().of(evaluation);
            json.put("model", opened.name()).put("data", data.folder().toString());
            Optional<Rival> rival =
                    against == null ? Optional.empty() : Optional.of(rival(answered, evaluation.judged()));
            rival.ifPresent(other -> other.write(json.putObject("against")));
            if (out != null) {
                write(evaluation, json);
            }
            if (export != null) {
                String pictures = evaluation.answers().size() + " pictures of the folder `"
                        + data.folder().toAbsolutePath().getFileName() + "`";
                new Handover(opened, evaluation, pictures, calibrate, answered.rule()).write(export);
            }
            if (format.json()) {
                surroundings.terminal().out().println(json);
            } else {
                EvaluationText.lines(evaluation).forEach(surroundings.terminal().out()::println);
                rival.ifPresent(
                        other -> other.lines().forEach(surroundings.terminal().out()::println));
            }
            return evaluation.answers().unread().isEmpty() ? 0 : 1;
        }
    }

    private Evaluation evaluate(LabelledAnswers answered) throws CancelledException, DataException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Looking for wrong labels");
        try {
            return new Evaluating(seed, tags(), answered.rule().flatMap(AnswerRule::costs))
                    .evaluate(answered.answers(), answered.splits(), new DrawnProgress(surroundings.progress(), line));
        } finally {
            line.clear();
        }
    }

    /** The user's own words for pictures, as kept in the folder's decisions. */
    private Map<String, List<String>> tags() throws DataException {
        Map<String, List<String>> tags = new TreeMap<>();
        new DecisionsFile(data.folder()).read().tags().forEach((tag, keys) -> tags.put(tag, List.copyOf(keys)));
        return tags;
    }

    /** The other model on the same pictures. */
    private Rival rival(LabelledAnswers own, EvaluatedPart judged) throws Exception {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Opening " + against.getFileName());
        Progress progress = new DrawnProgress(surroundings.progress(), line);
        try (OpenModel other = surroundings.models().open(against, Optional.empty(), progress)) {
            line.clear();
            LabelledAnswers answers = data.answerAgain(own, other, surroundings);
            return Rival.of(other.name(), judged.name(), own, answers, judged.members());
        }
    }

    private void write(Evaluation evaluation, ObjectNode json) throws FileException {
        AtomicFile.write(out.resolve("evaluation.json"), json.toPrettyString() + "\n");
        AtomicFile.write(
                out.resolve("predictions.csv"),
                PredictionsCsv.of(evaluation.answers().predictions()));
        CurveFiles.write(evaluation, out);
        Optional<Domain> domain = DomainFile.of(evaluation);
        if (domain.isPresent()) {
            DomainFile.write(
                    domain.get(), 1, Optional.of(data.folder().toAbsolutePath().normalize()), out);
        }
        if (evaluation.labelErrors().isPresent()) {
            AtomicFile.write(
                    out.resolve("suspected-labels.csv"),
                    PredictionsCsv.of(
                            evaluation.outOfSample().orElseThrow(),
                            evaluation.labelErrors().get()));
        }
    }
}
