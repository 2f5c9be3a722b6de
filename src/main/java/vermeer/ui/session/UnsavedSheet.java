package vermeer.ui.session;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Sheet;

/** Asks what becomes of work that no file holds. */
final class UnsavedSheet {
    private static final double WIDTH = 500;

    private UnsavedSheet() {}

    static Sheet of(SessionViewModel session, String before, Runnable save, Runnable discard, Runnable close) {
        int maps = session.asked().size();
        String held = (maps == 1 ? "one map" : maps + " maps")
                + (session.notesProperty().get().isBlank() ? "" : " and your notes");
        Label question = new Label(
                session.fileProperty().get() == null
                        ? "This session, with " + held + ", is in no file yet."
                        : "'" + session.fileProperty().get().getFileName() + "' has changes that are not saved.");
        Label loss = new Label("What is not saved now is lost.");
        loss.getStyleClass().add("hint-text");
        for (Label label : new Label[] {question, loss}) {
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
        }
        Button dont = new Button("Don't save");
        dont.setId("dont-save");
        dont.getStyleClass().add(Styles.DANGER);
        dont.setOnAction(pressed -> {
            close.run();
            discard.run();
        });
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-closing");
        cancel.setOnAction(pressed -> close.run());
        Button first = new Button(session.fileProperty().get() == null ? "Save…" : "Save");
        first.setId("save-first");
        first.setDefaultButton(true);
        first.setOnAction(pressed -> {
            close.run();
            save.run();
        });
        return new Sheet("Save the session " + before + "?", new VBox(6, question, loss), WIDTH, close)
                .with(dont)
                .with(cancel)
                .with(first);
    }
}
