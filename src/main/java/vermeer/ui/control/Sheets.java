package vermeer.ui.control;

import atlantafx.base.controls.ModalPane;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The place over the window where sheets appear, one at a time. */
public final class Sheets {
    private final ModalPane pane = new ModalPane();
    private Node focusedBefore;

    public Sheets() {
        pane.setId("sheets");
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** The node to lay over the window. */
    public Node node() {
        return pane;
    }

    /** Shows a sheet. */
    public void show(Function<Runnable, Sheet> sheet) {
        focusedBefore = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        Sheet content = sheet.apply(this::close);
        // keeps a margin to the window's edge where the window is small
        StackPane frame = new StackPane(content);
        frame.getStyleClass().add("sheet-frame");
        frame.setPickOnBounds(false);
        content.maxHeightProperty().bind(pane.heightProperty().subtract(48));
        content.maxWidthProperty().bind(pane.widthProperty().subtract(48));
        pane.show(frame);
        content.lookup("#close-sheet").requestFocus();
    }

    public boolean open() {
        return pane.isDisplay();
    }

    /** Takes the sheet away, and puts the focus back to where it was. */
    public void close() {
        pane.hide(true);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
        }
    }
}
