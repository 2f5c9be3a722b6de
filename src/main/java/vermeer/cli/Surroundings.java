package vermeer.cli;

import java.util.List;
import vermeer.engine.EngineException;
import vermeer.image.Decoder;
import vermeer.job.Progress;

/**
 * What commands work with.
 *
 * @param pictures reads picture files
 * @param models opens model files
 * @param engine runs graphs
 * @param window opens the window
 * @param progress ends a command that the user cancels
 */
record Surroundings(
        Terminal terminal, Decoder pictures, ModelSource models, LazyEngine engine, Window window, Progress progress) {

    /** ONNX Runtime's version and what it computes on. */
    String engineName() throws EngineException {
        return "ONNX Runtime " + engine.get().version() + " on "
                + engine.get().provider().provider();
    }

    /** Opens the window and returns when it is closed. */
    @FunctionalInterface
    interface Window {
        void open(List<String> arguments) throws CommandException;
    }
}
