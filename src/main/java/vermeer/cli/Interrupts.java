package vermeer.cli;

import sun.misc.Signal;
import vermeer.job.Cancellation;

/**
 * Ctrl-C and the request to end. Both must not reach Java's own handler: its shutdown lets ONNX Runtime free its environment
 * under a run that is still under way, and the process crashes.
 */
final class Interrupts {
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    private Interrupts() {}

    /** The first signal cancels the command, which then ends by itself; the second ends the process. */
    static void cancel(Cancellation cancellation) {
        on("INT", () -> cancelOrHalt(cancellation, INTERRUPTED));
        on("TERM", () -> cancelOrHalt(cancellation, TERMINATED));
    }

    /** A signal ends the process. */
    static void end() {
        on("INT", () -> Runtime.getRuntime().halt(INTERRUPTED));
        on("TERM", () -> Runtime.getRuntime().halt(TERMINATED));
    }

    private static void cancelOrHalt(Cancellation cancellation, int code) {
        if (cancellation.cancelled()) {
            Runtime.getRuntime().halt(code);
        }
        cancellation.cancel();
    }

    private static void on(String name, Runnable action) {
        Signal.handle(new Signal(name), signal -> action.run());
    }
}
