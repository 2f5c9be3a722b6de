package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.function.Consumer;
import vermeer.image.Decoder;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Work;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;

/** Reads pictures and asks networks about them, one at a time. */
final class Answers {
    private final Decoder decoder;
    private final LatestJob latest;
    private Prediction shrunkOf;
    private Answer shrunk;

    Answers(Decoder decoder, JobRunner runner) {
        this.decoder = decoder;
        this.latest = new LatestJob(runner);
    }

    /** Reads a picture file and asks a network about it, in place of the question before. */
    void ask(Path file, Network network, Consumer<Answer> onAnswer, Consumer<Exception> onFailed) {
        open(file, picture -> ask(picture, network, onAnswer, onFailed), onFailed);
    }

    /** Reads a picture file. */
    void open(Path file, Consumer<OpenPicture> onOpen, Consumer<Exception> onFailed) {
        latest.submit(new JobRequest<>(
                "Read " + file.getFileName(),
                Lane.IO,
                progress -> OpenPicture.of(file, decoder.decode(file, progress)),
                onOpen,
                onFailed));
    }

    /** Asks a network about a picture, in place of the question before. */
    void ask(OpenPicture picture, Network network, Consumer<Answer> onAnswer, Consumer<Exception> onFailed) {
        compute(
                "Classify " + picture.name(),
                progress -> Answer.of(Prediction.ask(picture, network, progress)),
                onAnswer,
                onFailed);
    }

    /** Computes something of networks, in place of the question before. */
    <T> void compute(String title, Work<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
        latest.submit(new JobRequest<>(title, Lane.COMPUTE, work, onDone, onFailed));
    }

    /** Makes the small image of an answer that is there already; of the same answer, once. */
    void shrink(Prediction full, Consumer<Answer> onAnswer, Consumer<Exception> onFailed) {
        if (full == shrunkOf) {
            onAnswer.accept(shrunk);
            return;
        }
        latest.submit(new JobRequest<>(
                "Shrink " + full.picture().name(),
                Lane.IO,
                progress -> Answer.of(full),
                answer -> {
                    shrunkOf = full;
                    shrunk = answer;
                    onAnswer.accept(answer);
                },
                onFailed));
    }

    void cancel() {
        latest.cancel();
    }
}
