package vermeer.ui.lab;

import java.io.File;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The page of attacks: the demonstration, and beside it what attacks. */
final class AttackView extends BorderPane {
    private final AttackViewModel model;

    AttackView(AttackViewModel model) {
        this.model = model;
        Button save = new Button("Save PNG…", new FontIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.setId("attack-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.setTooltip(
                new Tooltip("Save the result at the picture's own size; opened again, it gives the same answer"));
        save.disableProperty().bind(model.resultProperty().isNull());
        save.setOnAction(pressed -> save());
        Button present = new Button("Present", new FontIcon(MaterialDesignP.PRESENTATION));
        present.setId("attack-present");
        present.setMinWidth(USE_PREF_SIZE);
        present.setTooltip(new Tooltip("Fill the screen; Esc comes back"));
        present.setOnAction(pressed -> Presentation.show(model, getScene()));
        ScrollPane side = new ScrollPane(new AttackForm(model));
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("lab-side");
        setCenter(new DemoView(model, save, present));
        setRight(side);
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the result");
        chooser.setInitialFileName(model.fileName() + ".png");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            String name = chosen.getName();
            model.save((name.endsWith(".png") ? chosen : new File(chosen.getPath() + ".png")).toPath());
        }
    }
}
