package vermeer.engine;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import vermeer.job.Progress;

/**
 * Stops one native run when the user cancels. Cancelling comes from another thread and may arrive when the run has just
 * ended, so terminating and closing exclude each other: nobody touches options that are freed.
 */
final class Terminator implements AutoCloseable {
    private final RunOptions options;
    private final Progress.Registration registration;
    private boolean closed;

    Terminator(Progress progress) throws OrtException {
        options = new RunOptions();
        registration = progress.onCancel(this::terminate);
    }

    RunOptions options() {
        return options;
    }

    private synchronized void terminate() {
        if (closed) {
            return;
        }
        try {
            options.setTerminate(true);
        } catch (OrtException notStopped) {
            throw new IllegalStateException("ONNX Runtime did not take the request to stop", notStopped);
        }
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
            options.close();
        }
    }
}
