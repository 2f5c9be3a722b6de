package vermeer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermeer.ui.VermeerWindow;

/** Opens the window. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the window.")
final class OpenCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--model", paramLabel = "FILE", description = "The model to open.")
    private String model;

    @Option(
            names = "--simple",
            description = "Opens the single-purpose view of a model: drop a photo, see answer, confidence and map.")
    private boolean simple;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Pictures and folders to open.")
    private List<String> paths = List.of();

    OpenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (simple && model == null) {
            throw new ParameterException(spec.commandLine(), "--simple needs the --model to ask.");
        }
        List<String> arguments = arguments(model, paths);
        if (simple) {
            arguments.add(0, VermeerWindow.SIMPLE);
        }
        surroundings.window().open(arguments);
        return 0;
    }

    /** What the window is started with: {@code [--model FILE] [PATH...]}. */
    static List<String> arguments(String model, List<String> paths) {
        List<String> arguments = new ArrayList<>();
        if (model != null) {
            arguments.addAll(List.of("--model", model));
        }
        arguments.addAll(paths);
        return arguments;
    }
}
