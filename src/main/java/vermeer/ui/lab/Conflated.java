package vermeer.ui.lab;

import java.util.function.Consumer;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.Progress;

/**
 * Answers questions that come faster than they can be answered, such as those of a slider: the one that is being answered is
 * finished, of those that waited only the last is asked. To be used from one thread.
 */
final class Conflated<Q, A> {

    /** Answers one question, on the compute lane. */
    @FunctionalInterface
    interface Answering<Q, A> {
        A answer(Q question, Progress progress) throws Exception;
    }

    private final JobRunner runner;
    private final String title;
    private final Answering<Q, A> answering;
    private final Consumer<A> onAnswer;
    private final Consumer<Exception> onFailed;
    private Job job;
    private Q next;

    Conflated(
            JobRunner runner,
            String title,
            Answering<Q, A> answering,
            Consumer<A> onAnswer,
            Consumer<Exception> onFailed) {
        this.runner = runner;
        this.title = title;
        this.answering = answering;
        this.onAnswer = onAnswer;
        this.onFailed = onFailed;
    }

    void ask(Q question) {
        if (job != null && !job.state().finished()) {
            next = question;
            return;
        }
        job = runner.submit(new JobRequest<>(
                title,
                Lane.COMPUTE,
                progress -> answering.answer(question, progress),
                answer -> {
                    onAnswer.accept(answer);
                    askNext();
                },
                failure -> {
                    next = null;
                    onFailed.accept(failure);
                }));
    }

    /** Forgets what waits and stops what runs. */
    void cancel() {
        next = null;
        if (job != null) {
            job.cancel();
        }
        job = null;
    }

    private void askNext() {
        job = null;
        Q waiting = next;
        next = null;
        if (waiting != null) {
            ask(waiting);
        }
    }
}
