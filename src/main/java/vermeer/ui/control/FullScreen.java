package vermeer.ui.control;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** A part of the window alone on the whole screen, in large letters; Esc leaves. */
public final class FullScreen {
    private FullScreen() {}

    /**
     * Shows it.
     *
     * @param root what fills the screen; dressed as the window is, and of the style class {@code presentation}
     * @param beside the window's scene
     */
    public static Stage show(Parent root, Scene beside) {
        Parent dressed = beside.getRoot();
        root.getStylesheets().addAll(0, dressed.getStylesheets());
        root.getStyleClass().addAll(dressed.getStyleClass());
        root.getStyleClass().add("presentation");
        Stage stage = new Stage();
        stage.initOwner(beside.getWindow());
        stage.setTitle("Vermeer");
        Scene scene = new Scene(root, beside.getWidth(), beside.getHeight());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                stage.close();
            }
        });
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.fullScreenProperty().subscribe((before, now) -> {
            if (before && !now) {
                stage.close();
            }
        });
        stage.show();
        return stage;
    }
}
