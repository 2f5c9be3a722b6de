package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermeer.advice.Advice;
import vermeer.advice.AdviceText;
import vermeer.advice.Advisor;
import vermeer.advice.ErrorsFile;
import vermeer.advice.Gap;
import vermeer.advice.HumanLevel;
import vermeer.advice.SplitErrors;

/** Says what to do next with a model. */
@Command(
        mixinStandardHelpOptions = true,
        name = "advise",
        description = {
            "Says what to do next: avoidable bias, variance, data mismatch and overfitting to dev from the errors of a"
                    + " run or of an",
            "evaluation, with their 95 % intervals, and which of them to work on first.",
            "",
            "With --format json it prints one line:"
                    + " {\"verdict\",\"sentence\",\"actions\",\"gaps\":[{\"kind\",\"from\",\"to\",",
            "\"value\",\"low\",\"high\"}],\"notes\"}; the verdict is act, too_few_pictures or good."
        })
final class AdviseCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = "The folder that 'vermeer finetune --out' or 'vermeer evaluate --out' wrote.")
    private Path folder;

    @Option(
            names = "--human-error",
            paramLabel = "X",
            description = "The error of the best people on such pictures, as a share (0.01) or in percent (1%%).")
    private String humanError;

    @Mixin
    private FormatOption format;

    AdviseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        HumanLevel human = humanError == null ? HumanLevel.assumed() : human();
        try {
            SplitErrors errors = ErrorsFile.read(folder);
            Advice advice = new Advisor().advise(human, errors);
            if (format.json()) {
                surroundings.terminal().out().println(node(advice));
            } else {
                AdviceText.lines(human, errors, advice)
                        .forEach(surroundings.terminal().out()::println);
            }
            return 0;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CommandException(unusable.getMessage());
        }
    }

    private HumanLevel human() {
        try {
            String text = humanError.strip();
            boolean percent = text.endsWith("%");
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            return HumanLevel.entered(percent ? number / 100 : number);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--human-error takes a share from 0 to 1 or a percentage such as 1%, not " + humanError + ".");
        }
    }

    private ObjectNode node(Advice advice) {
        ObjectNode node = json.createObjectNode()
                .put("verdict", advice.verdict().name().toLowerCase(java.util.Locale.ROOT))
                .put("sentence", advice.sentence());
        advice.actions().forEach(node.putArray("actions")::add);
        ArrayNode gaps = node.putArray("gaps");
        for (Gap gap : advice.gaps()) {
            gaps.addObject()
                    .put("kind", gap.kind().title())
                    .put("from", gap.from())
                    .put("to", gap.to())
                    .put("value", gap.size().value())
                    .put("low", gap.size().low())
                    .put("high", gap.size().high());
        }
        advice.notes().forEach(node.putArray("notes")::add);
        return node;
    }
}
