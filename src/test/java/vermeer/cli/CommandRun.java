package vermeer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Cancellation;
import vermeer.model.Models;

/** Runs commands in this process and keeps what the last one printed. */
final class CommandRun implements AutoCloseable {
    private final LazyEngine engine = new LazyEngine();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** @return the exit code */
    int of(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                () -> new Models(engine.get(), List.of()),
                engine,
                window -> {},
                new Cancellation());
        return new CommandRunner(surroundings)
                .run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    @Override
    public void close() {
        engine.close();
    }
}
