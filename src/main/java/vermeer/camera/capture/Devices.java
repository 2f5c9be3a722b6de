package vermeer.camera.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import vermeer.camera.Camera;
import vermeer.worker.WorkerException;

/** The cameras of this computer. */
final class Devices {
    private static final Path LINUX = Path.of("/sys/class/video4linux");
    private static final Pattern LINUX_NAME = Pattern.compile("video(\\d+)");
    private static final int MOST = 8;

    private Devices() {}

    /** Linux knows its cameras' names; elsewhere they are tried one after the other until one is missing. */
    static List<Camera> here() {
        return System.getProperty("os.name").startsWith("Linux") ? listed(LINUX) : tried();
    }

    /**
     * The cameras that Linux lists.
     *
     * @param folder has a folder for each, with files {@code name} and {@code index}
     */
    static List<Camera> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> devices = Files.list(folder)) {
            return devices.map(Devices::camera)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(Camera::index))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A device with index 0; those after it are the same camera's, for what is no picture. */
    private static Optional<Camera> camera(Path device) {
        Matcher name = LINUX_NAME.matcher(device.getFileName().toString());
        if (!name.matches() || !text(device.resolve("index")).orElse("0").equals("0")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(name.group(1));
        return Optional.of(new Camera(
                index,
                text(device.resolve("name")).filter(said -> !said.isEmpty()).orElse("Camera " + index)));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static List<Camera> tried() {
        List<Camera> found = new ArrayList<>();
        for (int index = 0; index < MOST; index++) {
            try (VideoCapture camera = new VideoCapture(index)) {
                if (!camera.isOpened()) {
                    return found;
                }
                camera.release();
                found.add(new Camera(index, "Camera " + index));
            }
        }
        return found;
    }

    static VideoCapture open(int index) throws WorkerException {
        VideoCapture camera = new VideoCapture(index);
        if (!camera.isOpened()) {
            camera.close();
            throw new WorkerException("Camera " + index + " cannot be opened: it is not there, another program uses it,"
                    + " or Vermeer may not use cameras; mend that and choose it again, or follow a folder instead.");
        }
        // the driver keeps few old frames, so that the newest is near
        camera.set(opencv_videoio.CAP_PROP_BUFFERSIZE, 1);
        return camera;
    }
}
