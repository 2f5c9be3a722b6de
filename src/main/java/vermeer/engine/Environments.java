package vermeer.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEnvironment.ThreadingOptions;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/** ONNX Runtime's environment: one a process, with one pool of threads that all sessions share. */
final class Environments {
    private Environments() {}

    static OrtEnvironment start(int threads) throws EngineException {
        try (ThreadingOptions pool = new ThreadingOptions()) {
            pool.setGlobalIntraOpNumThreads(threads);
            pool.setGlobalInterOpNumThreads(1);
            // Only what is fatal: everything else arrives as an exception, and the console is the command line's.
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "vermeer", pool);
        } catch (IllegalStateException alreadyStarted) {
            return OrtEnvironment.getEnvironment();
        } catch (OrtException | LinkageError failed) {
            throw new EngineException(
                    "ONNX Runtime does not start on this machine: " + failed.getMessage()
                            + "; it needs 64-bit Linux, Windows or macOS.",
                    failed);
        }
    }
}
