package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** The runs, one a line, in the order in which they are trained. */
final class QueueView extends VBox {
    private final RunViewModel model;
    private final VBox lines = new VBox(4);
    private final Label empty = new Label(
            "Each run that you begin is listed here. While one is trained you can set up others; they follow by"
                    + " themselves.");

    QueueView(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-queue");
        setId("run-queue");
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        empty.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(empty, lines);
        model.queue().runs().addListener((ListChangeListener<Run>) change -> show());
        show();
    }

    private void show() {
        lines.getChildren().forEach(line -> ((RunLine) line).leave());
        lines.getChildren()
                .setAll(model.queue().runs().stream()
                        .map(run -> new RunLine(model, run))
                        .toList());
        lines.getChildren().forEach(line -> ((RunLine) line).show());
        Shown.when(empty, model.queue().runs().isEmpty());
    }

    /** Takes a run in that was begun elsewhere. */
    Node opening() {
        Button open = new Button("Open a run…");
        open.setId("run-open-folder");
        open.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        open.setAlignment(Pos.CENTER);
        open.setAccessibleHelp("Opens the folder of a run that was begun elsewhere, such as on the command line");
        open.setOnAction(pressed -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Open the folder of a run");
            File chosen = chooser.showDialog(getScene().getWindow());
            if (chosen != null) {
                model.queue().open(chosen.toPath());
            }
        });
        return open;
    }
}
