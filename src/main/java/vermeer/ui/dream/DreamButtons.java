package vermeer.ui.dream;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.ui.control.FileChoosing;

/** Dream or stop, and save; what stands in the way is said above. */
final class DreamButtons extends VBox {
    private final FileChoosing files;

    DreamButtons(DreamViewModel model, FileChoosing files) {
        this.files = files;
        getStyleClass().add("dream-buttons");
        setSpacing(8);
        Label obstacle = new Label();
        obstacle.setWrapText(true);
        obstacle.setMinHeight(Label.USE_PREF_SIZE);
        obstacle.getStyleClass().add("problem");
        obstacle.textProperty().bind(model.obstacleProperty());
        obstacle.visibleProperty().bind(model.obstacleProperty().isNotEmpty());
        obstacle.managedProperty().bind(obstacle.visibleProperty());
        Button dream = new Button("Dream", new FontIcon(MaterialDesignC.CREATION));
        dream.setId("dream-make");
        dream.getStyleClass().add(Styles.ACCENT);
        dream.setMaxWidth(Double.MAX_VALUE);
        dream.setOnAction(pressed -> model.make());
        dream.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        dream.visibleProperty().bind(model.runningProperty().not());
        dream.managedProperty().bind(dream.visibleProperty());
        Button stop = new Button("Stop", new FontIcon(MaterialDesignS.STOP));
        stop.setId("dream-stop");
        stop.setMaxWidth(Double.MAX_VALUE);
        stop.setOnAction(pressed -> model.stop());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        HBox.setHgrow(dream, Priority.ALWAYS);
        HBox.setHgrow(stop, Priority.ALWAYS);
        HBox save = new HBox(
                8,
                saving(model, "Save PNG…", "The picture at its own size", "png", model::savePng),
                saving(model, "Save GIF…", "How the picture became, as an animation", "gif", model::saveGif));
        getChildren().addAll(obstacle, new HBox(dream, stop), save);
    }

    private Button saving(DreamViewModel model, String text, String tooltip, String ending, Consumer<Path> action) {
        Button button = new Button(text);
        button.setId("dream-save-" + ending);
        button.setTooltip(new Tooltip(tooltip));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.runProperty().get() == null
                                || model.runProperty().get().last().isEmpty(),
                        model.runProperty()));
        button.setOnAction(pressed -> files.save(
                        text.replace("…", ""), model.runProperty().get().fileName(), ending)
                .ifPresent(action));
        return button;
    }
}
