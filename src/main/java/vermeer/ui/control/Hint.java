package vermeer.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What a node says when the pointer rests on it. The popup is made when the pointer first comes: each is a window with a scene
 * of its own, and those of the first sight of the window would take a fifth of the time until it is there.
 */
public final class Hint {
    private static final double WIDTH = 420;

    private final Node node;
    private String text = "";
    private Tooltip tooltip;

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> show());
    }

    /** Has a node say nothing until it is {@linkplain #say told} what. */
    public static Hint on(Node node) {
        return new Hint(node);
    }

    /** Has a node say this. */
    public static Hint on(Node node, String text) {
        Hint hint = new Hint(node);
        hint.say(text);
        return hint;
    }

    /** Says this from now on; nothing where it is empty. */
    public void say(String said) {
        text = said;
        node.setAccessibleHelp(said.isEmpty() ? null : said);
        if (tooltip != null) {
            show();
        }
    }

    /** What is said. */
    public String text() {
        return text;
    }

    private void show() {
        if (tooltip == null && !text.isEmpty()) {
            tooltip = new Tooltip();
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDTH);
        }
        if (tooltip == null) {
            return;
        }
        tooltip.setText(text);
        if (text.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
        } else {
            Tooltip.install(node, tooltip);
        }
    }
}
