package vermeer.ui.trust;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import vermeer.job.Work;

/**
 * One of several things to be done on the compute lane, one after another.
 *
 * @param title what it does, for people
 * @param onBegin called when its turn comes
 * @param onShare told the share done, 0 to 1
 * @param onDone receives the result
 * @param onFailed receives what went wrong; the next step comes all the same
 */
record Step<T>(
        String title,
        Runnable onBegin,
        Work<T> work,
        DoubleConsumer onShare,
        Consumer<T> onDone,
        Consumer<Exception> onFailed) {}
