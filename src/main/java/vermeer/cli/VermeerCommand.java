package vermeer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program itself: without a command it opens the window. */
@Command(
        name = "vermeer",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Shows why an image classifier answered as it did.",
            "",
            "Without a command, or with 'open', it opens the window.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:wrong usage"},
        subcommands = {
            OpenCommand.class,
            PredictCommand.class,
            ExplainCommand.class,
            TrustCommand.class,
            AttackCommand.class,
            DreamCommand.class,
            NetworkCommand.class,
            RunCommand.class,
            EvaluateCommand.class,
            LearningCurveCommand.class,
            AdviseCommand.class,
            CheckCommand.class,
            ConvertCommand.class,
            FinetuneCommand.class,
            MethodsCommand.class,
            ZooCommand.class,
            BenchCommand.class
        })
final class VermeerCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "FILE", description = "The model to open in the window.")
    private String model;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Pictures and folders to open in the window.")
    private List<String> paths = List.of();

    VermeerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (model == null && !paths.isEmpty() && !Files.exists(Path.of(paths.get(0)))) {
            throw new ParameterException(spec.commandLine(), "There is no command and no file '" + paths.get(0) + "'.");
        }
        surroundings.window().open(OpenCommand.arguments(model, paths));
        return 0;
    }
}
