package vermeer.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
import vermeer.model.OpenModel;

/** Which model a command works with. */
final class ModelOptions {
    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "The model: an ONNX file, a Deeplearning4j .zip or a Keras .h5.")
    private Path model;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "How a picture becomes the model's input; without it, NAME.profile.json beside the model NAME, the "
                            + "model's own metadata, or what can be concluded from it.")
    private Path profile;

    /** Opens the model and prints what the user should know of it. */
    OpenModel open(Surroundings surroundings) throws ModelException, EngineException, CancelledException {
        OpenModel opened = openQuietly(surroundings);
        opened.notices().forEach(surroundings.terminal().err()::println);
        return opened;
    }

    /** Opens the model. */
    OpenModel openQuietly(Surroundings surroundings) throws ModelException, EngineException, CancelledException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Opening " + model.getFileName());
        try {
            return surroundings
                    .models()
                    .open(model, Optional.ofNullable(profile), new DrawnProgress(surroundings.progress(), line));
        } finally {
            line.clear();
        }
    }
}
