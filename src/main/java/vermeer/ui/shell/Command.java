package vermeer.ui.shell;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/**
 * Something that the user can have done, by menu or key.
 *
 * @param text in menus
 * @param keys such as {@code Shortcut+O}; empty for none
 * @param action does it
 */
record Command(String text, Optional<KeyCombination> keys, Runnable action) {

    static Command of(String text, String keys, Runnable action) {
        return new Command(text, keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)), action);
    }
}
