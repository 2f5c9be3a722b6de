package vermeer.ui.method;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vermeer.attribution.MethodNotes;

/** What a method shows, what it does not show, its cost, and its paper. */
public final class NotesPopover {
    private static final double WIDTH = 340;

    private NotesPopover() {}

    static Popover of(MethodEntry entry) {
        return of(entry.method().title(), entry.method().notes(), entry.unavailable());
    }

    /** @param unavailable why it cannot be used on the network in sight; empty where it can */
    public static Popover of(String name, MethodNotes notes, Optional<String> unavailable) {
        Label title = new Label(name);
        title.getStyleClass().add("notes-title");
        VBox content = new VBox(10, title);
        content.getStyleClass().add("notes");
        content.setPrefWidth(WIDTH);
        unavailable.ifPresent(reason -> content.getChildren().add(part("Not for this model", reason)));
        content.getChildren()
                .addAll(
                        part("Shows", notes.shows()),
                        part("Does not show", notes.doesNotShow()),
                        part("Cost", notes.cost()),
                        part("Paper", notes.paper()));
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
        popover.setDetachable(false);
        popover.setAutoHide(true);
        return popover;
    }

    private static VBox part(String heading, String text) {
        Label name = new Label(heading);
        name.getStyleClass().add("notes-heading");
        Label body = new Label(text);
        body.setWrapText(true);
        body.setMinHeight(Label.USE_PREF_SIZE);
        body.setMaxWidth(WIDTH);
        return new VBox(1, name, body);
    }
}
