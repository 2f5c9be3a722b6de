package vermeer.camera;

import java.util.List;

/** What the camera worker answers when it is asked for cameras. */
public record CameraList(List<Camera> cameras) {

    public CameraList {
        cameras = List.copyOf(cameras);
    }
}
