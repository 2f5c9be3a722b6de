package vermeer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err errors, notices and progress
 * @param watched whether a person looks at {@code err}, so that progress may be drawn there
 */
record Terminal(PrintWriter out, PrintWriter err, boolean watched) {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** The terminal that started this process. */
    static Terminal ofProcess() {
        return new Terminal(writer(System.out), writer(System.err), errIsTerminal());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static boolean errIsTerminal() {
        try {
            // System.console() is null as soon as the results are piped into another program.
            return Files.exists(STANDARD_ERROR)
                    ? Files.readSymbolicLink(STANDARD_ERROR).toString().matches("/dev/(pts/|tty).*")
                    : System.console() != null;
        } catch (IOException unknown) {
            return false;
        }
    }
}
