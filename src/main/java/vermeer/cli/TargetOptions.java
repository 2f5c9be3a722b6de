package vermeer.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.model.OpenModel;

/** What is explained: a class, or why it is that class rather than another. */
final class TargetOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--target",
            paramLabel = "INDEX|NAME",
            description = "The class to explain, by index or name; without it, the predicted class of each picture.")
    private String target;

    @Option(
            names = "--against",
            paramLabel = "INDEX|NAME",
            description = "Explains why it is the class of --target (or the predicted one) rather than this one: the"
                    + " difference of the two logits.")
    private String against;

    /** What is asked of a model's classes. */
    TargetChoice of(OpenModel model) {
        Optional<Integer> index = ClassChoice.of(target, model, command);
        Optional<Integer> other = ClassChoice.of(against, model, command);
        if (index.isPresent() && index.equals(other)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--against names the class of --target itself; nothing speaks for a class rather than itself.");
        }
        return new TargetChoice(model, index, other);
    }
}
