package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import vermeer.ui.control.FxImage;
import vermeer.ui.investigation.OpenPicture;

/** The images of the pictures in the grid, the least used dropped first; cells of the same picture share one. */
final class PictureImages {
    private static final int KEPT = 32;

    private final Map<Key, Image> images = new LinkedHashMap<>(KEPT, 0.75f, true);

    private record Key(Path file, long checksum) {}

    Image of(OpenPicture picture) {
        Image image = images.computeIfAbsent(
                new Key(picture.file(), picture.checksum()), key -> FxImage.image(picture.picture()));
        if (images.size() > KEPT) {
            images.remove(images.keySet().iterator().next());
        }
        return image;
    }
}
