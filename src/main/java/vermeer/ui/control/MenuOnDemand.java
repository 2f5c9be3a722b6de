package vermeer.ui.control;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;

/** A context menu that is made when it is first asked for: each is a window with a scene of its own. */
public final class MenuOnDemand implements EventHandler<ContextMenuEvent> {
    private final Control control;
    private final Supplier<ContextMenu> menu;

    private MenuOnDemand(Control control, Supplier<ContextMenu> menu) {
        this.control = control;
        this.menu = menu;
    }

    /** Gives a control a context menu. */
    public static void on(Control control, Supplier<ContextMenu> menu) {
        control.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, new MenuOnDemand(control, menu));
    }

    /** Shows the menu; from then on the control does that by itself. */
    @Override
    public void handle(ContextMenuEvent asked) {
        control.removeEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this);
        ContextMenu made = menu.get();
        control.setContextMenu(made);
        made.show(control, asked.getScreenX(), asked.getScreenY());
        asked.consume();
    }
}
