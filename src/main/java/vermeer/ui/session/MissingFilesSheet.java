package vermeer.ui.session;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.session.FileProblem;
import vermeer.ui.control.Sheet;

/** Asks where the files of a session are now. */
final class MissingFilesSheet {
    private static final double WIDTH = 620;

    private MissingFilesSheet() {}

    static Sheet of(MissingFiles missing, SessionPaths paths, Runnable close) {
        VBox rows = new VBox(10);
        Label what = new Label(
                "These files are not what they were when the session was saved. Say where they are now; those that you"
                        + " leave out are missing from the session until it is opened again.");
        what.setWrapText(true);
        what.setMinHeight(Label.USE_PREF_SIZE);
        rows.getChildren().add(what);
        missing.rows().forEach(row -> rows.getChildren().add(row(missing, row, paths)));
        Button cancel = new Button("Don't open");
        cancel.setOnAction(pressed -> close.run());
        Button open = new Button("Open");
        open.setId("open-found");
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(pressed -> {
            close.run();
            missing.open();
        });
        return new Sheet("Files are missing", rows, WIDTH, close).with(cancel).with(open);
    }

    private static HBox row(MissingFiles missing, MissingFiles.Row row, SessionPaths paths) {
        Label name = new Label((missing.model(row) ? "Model " : "Picture ")
                + row.problem().file().name());
        name.getStyleClass().add("section-title");
        Label state = new Label();
        state.setWrapText(true);
        state.setMinHeight(Label.USE_PREF_SIZE);
        state.textProperty().bind(row.stateProperty());
        VBox text = new VBox(2, name, state);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button locate = new Button("Locate…");
        locate.setId("locate-" + missing.rows().indexOf(row));
        locate.setMinWidth(Button.USE_PREF_SIZE);
        locate.setOnAction(
                pressed -> paths.toLocate(row.problem().file()).ifPresent(path -> missing.locate(row, path)));
        HBox line = new HBox(10, text, locate);
        if (row.problem().kind() == FileProblem.Kind.CHANGED) {
            Button accept = new Button("Use as it is");
            accept.setMinWidth(Button.USE_PREF_SIZE);
            accept.setOnAction(pressed -> missing.accept(row));
            line.getChildren().add(accept);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
