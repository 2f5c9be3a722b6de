package vermeer.cli;

/** A command failed. The message is one sentence for the user; the exit code is 1. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
