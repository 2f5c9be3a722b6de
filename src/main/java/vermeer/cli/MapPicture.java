package vermeer.cli;

import java.nio.file.Path;
import java.util.List;
import vermeer.file.FileException;
import vermeer.image.Figure;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.trust.MarkedPlaces;

/** Writes a map over its picture as PNG, with title, colour bar and caption. */
final class MapPicture {
    private MapPicture() {}

    /**
     * Writes the file.
     *
     * @param marked what is boxed in it
     * @param caption what belongs to the map, a paragraph an entry
     */
    static void write(
            NetworkInput input, Heatmap map, MarkedPlaces marked, String title, List<String> caption, Path file)
            throws FileException {
        new Figure(input.picture(), map, Overlay.suiting(map), marked.boxes(), title, caption)
                .draw()
                .writePng(file);
    }
}
