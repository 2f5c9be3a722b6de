package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vermeer.advice.LearningCurve;
import vermeer.advice.LearningCurveJson;
import vermeer.advice.LearningCurveText;
import vermeer.advice.LearningCurves;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** Says whether more pictures would help. */
@Command(
        mixinStandardHelpOptions = true,
        name = "learning-curve",
        description = {
            "Says whether more pictures would help: heads on the model's features learn from ever more of the"
                    + " pictures, and the",
            "trend of their errors is carried on, with its uncertainty. The model need not know the classes.",
            "",
            "With --format json it prints one line: {\"points\":[{\"pictures\",\"error\",\"trainError\"}],\"law\",",
            "\"forecasts\",\"goals\",\"sentence\"}; pictures are a class, an interval is {\"value\",\"low\",\"high\"}."
        })
final class LearningCurveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ModelOptions model;

    @Mixin
    private LabelledOptions data;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "8",
            description = "How often every size is tried (${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "What subsets are drawn with (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private FormatOption format;

    LearningCurveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (repeats < 2) {
            throw new CommandException("--repeats takes a number from 2, not " + repeats + ".");
        }
        LearningCurve curve;
        try (OpenModel opened = model.open(surroundings)) {
            curve = curve(data.features(opened, surroundings));
        }
        if (format.json()) {
            ObjectNode json = new LearningCurveJson().of(curve);
            surroundings.terminal().out().println(json.put("sentence", LearningCurveText.sentence(curve)));
        } else {
            LearningCurveText.lines(curve).forEach(surroundings.terminal().out()::println);
        }
        return 0;
    }

    private LearningCurve curve(LabelledFeatures features) throws CommandException, CancelledException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Learning");
        Progress progress = new DrawnProgress(surroundings.progress(), line);
        try {
            return new LearningCurves(repeats, seed)
                    .of(
                            features.features(),
                            features.labels(),
                            features.classes().size(),
                            features.train(),
                            features.judged(),
                            progress);
        } catch (IllegalArgumentException tooFew) {
            throw new CommandException(tooFew.getMessage());
        } finally {
            line.clear();
        }
    }
}
