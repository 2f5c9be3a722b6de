package vermeer.cli;

import sun.misc.Signal;
import vermeer.job.Cancellation;

/** Ctrl-C: the first cancels the command, which then ends by itself; the second ends the process. */
final class Interrupts {
    private static final int INTERRUPTED = 130;

    private Interrupts() {}

    /** Cancels this when the user presses Ctrl-C. */
    static void cancel(Cancellation cancellation) {
        Signal.handle(new Signal("INT"), signal -> {
            if (cancellation.cancelled()) {
                Runtime.getRuntime().halt(INTERRUPTED);
            }
            cancellation.cancel();
        });
    }
}
