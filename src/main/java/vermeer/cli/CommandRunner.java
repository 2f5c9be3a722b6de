package vermeer.cli;

import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import vermeer.data.DataException;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.graph.GraphException;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
import vermeer.session.SessionException;
import vermeer.train.TrainingException;

/** Runs commands, and turns whatever goes wrong into one sentence and an exit code: 0 done, 1 failed, 2 wrong usage. */
final class CommandRunner {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final Surroundings surroundings;

    CommandRunner(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @return the exit code */
    int run(String... arguments) {
        Terminal terminal = surroundings.terminal();
        int code = new CommandLine(new VermeerCommand(surroundings), new CommandFactory(surroundings))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(this::usage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private int usage(ParameterException wrong, String[] arguments) {
        PrintWriter err = surroundings.terminal().err();
        String message = wrong.getMessage().lines().findFirst().orElse("The command line is wrong.");
        err.println(message.endsWith(".") ? message : message + ".");
        err.println("See '" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    private int failed(Exception failure) {
        surroundings.terminal().err().println(sentence(failure));
        return FAILED;
    }

    /** What went wrong, in one sentence: the failure's own where it is meant for users. */
    static String sentence(Exception failure) {
        boolean forUsers = failure instanceof CommandException
                || failure instanceof ModelException
                || failure instanceof EngineException
                || failure instanceof GraphException
                || failure instanceof PictureException
                || failure instanceof FileException
                || failure instanceof DataException
                || failure instanceof SessionException
                || failure instanceof DataException
                || failure instanceof TrainingException
                || failure instanceof CancelledException;
        if (forUsers) {
            return failure.getMessage();
        }
        String where = Optional.of(failure.getStackTrace())
                .filter(trace -> trace.length > 0)
                .map(trace -> " at " + trace[0])
                .orElse("");
        return "Vermeer made a mistake (" + failure + where + "); please report it with the command that you gave.";
    }
}
