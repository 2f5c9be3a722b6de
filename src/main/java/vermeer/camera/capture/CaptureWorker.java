package vermeer.camera.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import vermeer.camera.CameraList;
import vermeer.camera.FrameTaken;
import vermeer.camera.FrameTask;
import vermeer.worker.WorkerException;
import vermeer.worker.WorkerLoop;

/** The process that reads cameras and video files. At most one of them is open. */
public final class CaptureWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Capture open;

    private CaptureWorker() {}

    public static void main(String[] arguments) {
        CaptureWorker worker = new CaptureWorker();
        WorkerLoop.serve(Map.of(
                FrameTask.CAMERAS, (task, progress) -> worker.cameras(),
                FrameTask.FRAME, (task, progress) -> worker.frame(task),
                FrameTask.RELEASE, (task, progress) -> worker.release()));
    }

    private synchronized CameraList cameras() throws WorkerException {
        try {
            release();
            return new CameraList(Devices.here());
        } catch (LinkageError unloadable) {
            throw noNatives(unloadable);
        }
    }

    private synchronized FrameTaken frame(JsonNode arguments) throws WorkerException {
        try {
            FrameTask task = JSON.treeToValue(arguments, FrameTask.class);
            if (open == null || !open.serves(task)) {
                release();
                open = Capture.open(task);
            }
            return open.take(task.seconds(), task.mirrored(), Path.of(task.target()));
        } catch (JsonProcessingException e) {
            throw new WorkerException("The frame cannot be read: the request is incomplete.", e);
        } catch (IOException e) {
            throw new WorkerException("The frame cannot be handed over: " + e.getMessage() + ".", e);
        } catch (LinkageError unloadable) {
            throw noNatives(unloadable);
        }
    }

    private synchronized boolean release() {
        boolean held = open != null;
        if (held) {
            open.close();
            open = null;
        }
        return held;
    }

    private static WorkerException noNatives(LinkageError unloadable) {
        return new WorkerException(
                "OpenCV does not load on this system, so no camera and no video can be read; follow a folder instead.",
                unloadable);
    }
}
