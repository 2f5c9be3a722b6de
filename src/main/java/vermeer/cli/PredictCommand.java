package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.data.balance.AnswerRule;
import vermeer.evaluation.AnswerChoices;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.model.OpenModel;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Prints the most probable classes of pictures. */
@Command(
        mixinStandardHelpOptions = true,
        name = "predict",
        description = {
            "Prints the most probable classes of pictures.",
            "",
            "With --format json it prints one line a picture:"
                    + " {\"image\",\"top\":[{\"index\",\"name\",\"probability\"}],\"milliseconds\"}; the milliseconds are"
                    + " those of the forward pass."
        })
final class PredictCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private InputOptions input;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5", description = "How many classes (${DEFAULT-VALUE}).")
    private int top;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also writes the logits there: STEM.logits.npy for a picture, logits.npy for --tensor.")
    private Path out;

    PredictCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (top < 1) {
            throw new ParameterException(spec.commandLine(), "--top takes a number from 1, not " + top + ".");
        }
        Inputs inputs = input.inputs();
        List<Tensor> logits = new ArrayList<>();
        try (OpenModel opened = model.open(surroundings)) {
            Optional<AnswerRule> rule = AnswerChoices.rule(AnswerChoices.of(opened), opened.classNames());
            rule.ifPresent(each -> surroundings.terminal().err().println(AnswerChoices.note(rule)));
            int code = new EachInput(surroundings, opened, "Predicting").run(inputs, (picture, progress) -> {
                long started = System.nanoTime();
                Answer answer = Answer.of(opened, picture.tensor(), progress);
                print(picture, RuledAnswer.of(answer, rule), (System.nanoTime() - started) / 1e6);
                if (inputs instanceof TensorInputs) {
                    logits.add(answer.logits());
                } else if (out != null) {
                    write(picture.folder().resolve(picture.stem() + ".logits.npy"), answer.logits());
                }
            });
            if (out != null && !logits.isEmpty()) {
                write(Path.of("logits.npy"), Tensor.concat(logits));
            }
            return code;
        }
    }

    private void write(Path name, Tensor logits) throws FileException {
        AtomicFile.write(out.resolve(name), file -> Npy.write(logits, file));
    }

    private void print(NetworkInput picture, RuledAnswer answer, double milliseconds) {
        List<Answer.Score> best = answer.ranking().stream().limit(top).toList();
        if (format.json()) {
            ObjectNode line = line(picture, best, milliseconds);
            answer.weighed()
                    .ifPresent(weighed -> line.put("answer", weighed.name()).put("expectedCost", weighed.cost()));
            surroundings.terminal().out().println(line);
            return;
        }
        surroundings.terminal().out().println(picture.image());
        for (Answer.Score score : best) {
            surroundings
                    .terminal()
                    .out()
                    .println(String.format(
                            Locale.ROOT,
                            "  %6.2f %%  %4d  %s",
                            100 * score.probability(),
                            score.index(),
                            score.name()));
        }
        answer.weighed().ifPresent(weighed -> surroundings
                .terminal()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "  answer, mistakes weighed: %s (expected cost %.3g)",
                        weighed.name(),
                        weighed.cost())));
    }

    private ObjectNode line(NetworkInput picture, List<Answer.Score> best, double milliseconds) {
        ObjectNode line = json.createObjectNode().put("image", picture.image());
        ArrayNode classes = line.putArray("top");
        for (Answer.Score score : best) {
            classes.addObject()
                    .put("index", score.index())
                    .put("name", score.name())
                    .put("probability", score.probability());
        }
        return line.put("milliseconds", Math.round(1000 * milliseconds) / 1000.0);
    }
}
