package vermeer.ui.shell;

import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** Single keys without a modifier; they are left alone while the user types text or a sheet is open. */
final class Keys {
    private final Map<String, Runnable> actions;

    /** @param actions by the character typed */
    Keys(Map<String, Runnable> actions) {
        this.actions = Map.copyOf(actions);
    }

    void install(Scene scene, BooleanSupplier sleeping) {
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            Runnable action = actions.get(event.getCharacter().toLowerCase(Locale.ROOT));
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
            if (action != null && plain && !typing(scene.getFocusOwner()) && !sleeping.getAsBoolean()) {
                action.run();
                event.consume();
            }
        });
    }

    private static boolean typing(Node focused) {
        return focused instanceof TextInputControl || focused instanceof Spinner;
    }
}
