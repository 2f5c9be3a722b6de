package vermeer.camera.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.camera.Camera;

class DevicesTest {
    @TempDir
    Path system;

    @Test
    void camerasAreListedWithTheirNamesAndWithoutTheirOtherDevices() throws Exception {
        device("video10", "Studio", "0");
        device("video2", "HD Webcam: HD Webcam", "0");
        device("video3", "HD Webcam: HD Webcam", "1");
        device("v4l-subdev0", "a part of one", "0");
        assertEquals(List.of(new Camera(2, "HD Webcam: HD Webcam"), new Camera(10, "Studio")), Devices.listed(system));
        assertEquals(List.of(), Devices.listed(system.resolve("missing")));
    }

    private void device(String folder, String name, String index) throws Exception {
        Path device = Files.createDirectory(system.resolve(folder));
        Files.writeString(device.resolve("name"), name + "\n");
        Files.writeString(device.resolve("index"), index + "\n");
    }
}
