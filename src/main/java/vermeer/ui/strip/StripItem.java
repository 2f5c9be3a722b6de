package vermeer.ui.strip;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.image.Picture;

/** A picture file in the strip; its thumbnail comes later, or a sentence that says why it cannot be read. */
public final class StripItem {
    private final Path file;
    private final ReadOnlyObjectWrapper<Picture> thumbnail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean asked;

    StripItem(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public String name() {
        return file.getFileName().toString();
    }

    /** Null until it is read. */
    public ReadOnlyObjectProperty<Picture> thumbnailProperty() {
        return thumbnail.getReadOnlyProperty();
    }

    /** Empty unless the file cannot be read. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void show(Picture picture) {
        asked = true;
        thumbnail.set(picture);
        problem.set("");
    }

    void refuse(String why) {
        asked = true;
        problem.set(why);
    }

    /** Whether this is the first time that somebody wants to see it. */
    boolean firstAsked() {
        boolean first = !asked;
        asked = true;
        return first;
    }
}
