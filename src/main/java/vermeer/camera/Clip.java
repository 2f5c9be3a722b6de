package vermeer.camera;

import java.nio.file.Path;

/** A video file. */
public record Clip(Path file) implements VideoSource {

    @Override
    public String name() {
        return file.getFileName().toString();
    }
}
