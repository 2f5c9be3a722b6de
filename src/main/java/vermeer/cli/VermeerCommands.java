package vermeer.cli;

import java.util.List;
import java.util.Optional;
import vermeer.image.Limits;
import vermeer.image.PictureReader;
import vermeer.job.Cancellation;
import vermeer.model.Models;
import vermeer.ui.VermeerWindow;
import vermeer.worker.WorkerDecoder;

/** The command line, set up for this process. */
public final class VermeerCommands {
    private VermeerCommands() {}

    /**
     * Runs one command.
     *
     * @param arguments as given to the program
     * @return the exit code: 0 done, 1 failed, 2 wrong usage
     */
    public static int run(String... arguments) {
        Terminal terminal = Terminal.ofProcess();
        Optional<List<String>> plain = WindowArguments.plain(arguments);
        return plain.isPresent() ? window(terminal, plain.get()) : command(terminal, arguments);
    }

    private static int window(Terminal terminal, List<String> arguments) {
        try {
            openWindow(arguments);
            return 0;
        } catch (CommandException refused) {
            terminal.err().println(refused.getMessage());
            return 1;
        }
    }

    private static int command(Terminal terminal, String... arguments) {
        Cancellation cancellation = new Cancellation();
        Interrupts.cancel(cancellation);
        try (LazyEngine engine = new LazyEngine();
                WorkerDecoder worker = new WorkerDecoder(Limits.standard())) {
            Surroundings surroundings = new Surroundings(
                    terminal,
                    new PictureReader(worker),
                    () -> Models.ofEveryFormat(engine.get()),
                    engine,
                    VermeerCommands::openWindow,
                    cancellation);
            return new CommandRunner(surroundings).run(arguments);
        }
    }

    private static void openWindow(List<String> arguments) throws CommandException {
        if (!Display.present()) {
            throw new CommandException(
                    "Vermeer needs a display for its window; without one, use predict, explain, trust, attack, dream,"
                            + " network, finetune, evaluate, advise, run, check, convert, methods, zoo or bench (see"
                            + " 'vermeer --help').");
        }
        Interrupts.end();
        try (WorkerDecoder worker = new WorkerDecoder(Limits.standard())) {
            VermeerWindow.here(new PictureReader(worker), List.of()).launch(arguments);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
