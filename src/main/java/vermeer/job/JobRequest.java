package vermeer.job;

import java.util.function.Consumer;

/**
 * A job that is asked for.
 *
 * @param title what it does, for people, such as {@code Occlusion of tabby cat}
 * @param lane where it runs
 * @param work what it does
 * @param onDone receives the result on the thread of {@link JobRunner#deliver}; never after cancelling
 * @param onFailed receives what went wrong there; never after cancelling
 */
public record JobRequest<T>(
        String title, Lane lane, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {}
