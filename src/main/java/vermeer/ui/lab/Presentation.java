package vermeer.ui.lab;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** The demonstration alone on the whole screen, in large letters. */
final class Presentation {
    private Presentation() {}

    static Stage show(AttackViewModel model, Scene beside) {
        Parent dressed = beside.getRoot();
        Label leave = new Label("Esc leaves the presentation");
        leave.getStyleClass().add("quiet");
        BorderPane root = new BorderPane(new DemoView(model, leave));
        root.getStylesheets().setAll(dressed.getStylesheets());
        root.getStylesheets().add(LabView.STYLE);
        root.getStyleClass().addAll(dressed.getStyleClass());
        root.getStyleClass().addAll("lab", "presentation");
        Stage stage = new Stage();
        stage.initOwner(beside.getWindow());
        stage.setTitle("Vermeer");
        Scene scene = new Scene(root, beside.getWidth(), beside.getHeight());
        scene.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
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
