package vermeer.ui.investigation;

import java.util.Optional;
import java.util.function.Consumer;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.model.ImageModel;

/** An opened model together with the way a picture becomes its input. */
public interface Network {

    ImageModel model();

    /** Differs between any two networks or profiles that could answer differently; for caches. */
    String key();

    /**
     * What its answers depend on, the same in every run of Vermeer; empty where that cannot be told. Takes milliseconds to
     * seconds at the first call; never on the JavaFX thread.
     */
    Optional<String> fingerprint();

    /** The picture as the network reads it. Takes milliseconds to seconds; never on the JavaFX thread. */
    NetworkInput input(Picture picture);

    /** What is in a network's input, as a picture; values out of range are clipped. */
    Picture seen(NetworkInput input);

    /** The input's size for people, such as {@code 224 × 224}. */
    String inputSize();

    /** What computes, such as {@code CPU, 4 threads}. */
    String provider();

    /** Closes the model once the compute lane has done what was asked of it before. */
    default void close(JobRunner runner, Consumer<? super Exception> onFailed) {
        runner.submit(new JobRequest<>(
                "Close " + model().name(),
                Lane.COMPUTE,
                progress -> {
                    model().close();
                    return this;
                },
                closed -> {},
                onFailed));
    }

    /** Why nothing faster computes, in one sentence; empty where there is nothing faster. */
    String whyNotBetterProvider();
}
