package vermeer.ui.workspace;

import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/**
 * One way to work in the window: what fills the room beside the picture strip.
 *
 * @param id in style classes and tests, such as {@code compare}
 * @param title one word
 * @param icon above the title in the rail
 * @param purpose what a user does here, one sentence
 * @param pictures whether the picture strip stands beside it
 * @param node makes its nodes; called once, on the JavaFX thread, when it is first shown. A style sheet of its own is
 *     added to the node it returns, so that the start does not read it.
 */
public record Workspace(
        String id, String title, Ikon icon, String purpose, boolean pictures, Supplier<? extends Parent> node) {

    /** A workspace beside the picture strip. */
    public static Workspace beside(
            String id, String title, Ikon icon, String purpose, Supplier<? extends Parent> node) {
        return new Workspace(id, title, icon, purpose, true, node);
    }

    /** A workspace that has the whole window. */
    public static Workspace whole(String id, String title, Ikon icon, String purpose, Supplier<? extends Parent> node) {
        return new Workspace(id, title, icon, purpose, false, node);
    }
}
