package vermeer.camera.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import vermeer.worker.WorkerException;

/**
 * Opens video files: Motion-JPEG in AVI with OpenCV's own reader on every system, and what the system itself reads on Windows and
 * macOS. OpenCV's other readers, which take patterns of file names and addresses for files, are never asked.
 */
final class Videos {
    private Videos() {}

    static VideoCapture open(Path file) throws WorkerException {
        if (!Files.isReadable(file)) {
            throw new WorkerException(file.getFileName() + " cannot be found or read; choose another video.");
        }
        for (int reader : readers()) {
            VideoCapture video = new VideoCapture(file.toString(), reader);
            if (video.isOpened()) {
                return video;
            }
            video.close();
        }
        throw new WorkerException(file.getFileName() + " cannot be read as a video" + remedy());
    }

    private static List<Integer> readers() {
        List<Integer> readers = new ArrayList<>(List.of(opencv_videoio.CAP_OPENCV_MJPEG));
        if (system().startsWith("windows")) {
            readers.add(opencv_videoio.CAP_MSMF);
        } else if (system().startsWith("mac")) {
            readers.add(opencv_videoio.CAP_AVFOUNDATION);
        }
        return readers;
    }

    private static String remedy() {
        return system().startsWith("linux")
                ? ": only Motion-JPEG in an AVI file can be, here; convert it first, for example by"
                        + " 'ffmpeg -i VIDEO -c:v mjpeg -q:v 3 -an VIDEO.avi'."
                : "; choose another video.";
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
