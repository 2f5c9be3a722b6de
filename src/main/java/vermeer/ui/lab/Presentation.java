package vermeer.ui.lab;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import vermeer.ui.control.FullScreen;

/** The demonstration alone on the whole screen. */
final class Presentation {
    private Presentation() {}

    static Stage show(AttackViewModel model, Scene beside) {
        Label leave = new Label("Esc leaves the presentation");
        leave.getStyleClass().add("quiet");
        BorderPane root = new BorderPane(new DemoView(model, leave));
        root.getStylesheets().add(LabView.STYLE);
        root.getStyleClass().add("lab");
        return FullScreen.show(root, beside);
    }
}
