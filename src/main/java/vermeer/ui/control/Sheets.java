package vermeer.ui.control;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The place over the window where sheets appear, one at a time; what lies below is dimmed and out of reach. */
public final class Sheets extends StackPane {
    private final Region dim = new Region();
    private Node focusedBefore;
    private Sheet shown;

    public Sheets() {
        getStyleClass().add("sheets");
        setId("sheets");
        dim.getStyleClass().add("dim");
        dim.setOnMouseClicked(clicked -> close());
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** Shows a sheet in place of the one before. */
    public void show(Function<Runnable, Sheet> sheet) {
        if (shown == null) {
            focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        shown = sheet.apply(this::close);
        getChildren().setAll(dim, shown);
        setVisible(true);
        shown.applyCss();
        shown.layout();
        shown.focusFirst();
    }

    public boolean open() {
        return shown != null;
    }

    /** Takes the sheet away, and puts the focus back to where it was. */
    public void close() {
        shown = null;
        setVisible(false);
        getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }
}
