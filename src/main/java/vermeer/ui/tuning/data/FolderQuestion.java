package vermeer.ui.tuning.data;

import atlantafx.base.theme.Styles;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import vermeer.data.decision.Prepared;

/** What are the pictures? */
final class FolderQuestion extends Question {
    private final DataViewModel model;
    private final Button choose = new Button("Choose a folder…", new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
    private final Label folder = quiet("");
    private final Label problem = new Label();
    private final TextField about = new TextField();

    FolderQuestion(DataViewModel model) {
        super(1, "What are the pictures?");
        this.model = model;
        choose.setId("choose-data");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(pressed -> choose());
        folder.setId("data-folder");
        HBox line = new HBox(10, choose, folder);
        line.setAlignment(Pos.CENTER_LEFT);
        problem.setId("data-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        about.setId("data-about");
        about.setPromptText("What they show, such as: wing photos of bees and ants, taken by phone");
        about.setAccessibleText("What the pictures show");
        about.focusedProperty().subscribe((before, now) -> keepAbout(before && !now));
        about.setOnAction(entered -> keepAbout(true));
        getChildren().addAll(line, problem, about);
        model.problemProperty().subscribe(text -> {
            problem.setText(text);
            show(problem, !text.isEmpty());
        });
        model.folderProperty().subscribe(chosen -> {
            choose.getStyleClass().remove(Styles.ACCENT);
            if (chosen == null) {
                choose.getStyleClass().add(Styles.ACCENT);
            }
            show(about, chosen != null);
        });
        model.decisionsProperty().subscribe(decisions -> about.setText(decisions.about()));
        model.tuning().dataProperty().subscribe(this::tell);
    }

    private void tell(Prepared prepared) {
        folder.setText(
                prepared == null
                        ? "Or drop it here. Nothing in it is moved, changed or deleted."
                        : prepared.dataset().folder().getFileName() + ": "
                                + prepared.dataset().pictures().size() + " photos, "
                                + prepared.dataset().classes().size() + " classes");
    }

    private void keepAbout(boolean entered) {
        if (entered) {
            String text = about.getText().strip();
            model.decide(decisions -> decisions.withAbout(text));
        }
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose the folder with the labelled photos");
        if (model.folderProperty().get() != null
                && model.folderProperty().get().toFile().isDirectory()) {
            chooser.setInitialDirectory(model.folderProperty().get().toFile());
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.choose(chosen.toPath());
        }
    }
}
