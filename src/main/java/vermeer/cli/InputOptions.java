package vermeer.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which pictures, or tensors, a command works on. */
final class InputOptions {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--tensor",
            paramLabel = "FILE.npy",
            description =
                    "Instead of pictures: float32, already preprocessed, in the model file's own input layout, one "
                            + "input or a batch. No profile is used.")
    private Path tensor;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Pictures, and folders of pictures, which are walked with their sub-folders.")
    private List<Path> paths = List.of();

    /** The inputs, read one after another as they are asked for. */
    Inputs inputs() throws CommandException {
        if ((tensor == null) == paths.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    tensor == null
                            ? "Give at least one picture or folder, or --tensor FILE.npy."
                            : "Give either pictures or --tensor, not both.");
        }
        return tensor == null ? new PictureInputs(FoundPicture.in(paths)) : new TensorInputs(tensor);
    }
}
