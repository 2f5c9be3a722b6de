package vermeer.ui.log;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Sheet;

/** The end of the log as a sheet, to be read and copied. */
public final class LogSheet {
    private LogSheet() {}

    public static Sheet of(LogViewModel model, Runnable close) {
        Label where = new Label("The end of " + model.file() + ". It holds names of files, but no pictures.");
        where.setWrapText(true);
        where.getStyleClass().add("explanation");
        TextArea text = new TextArea();
        text.setId("log-text");
        text.setEditable(false);
        text.setPrefRowCount(18);
        text.setStyle("-fx-font-family: monospace; -fx-font-size: 0.9em;");
        text.setAccessibleText("The end of the log");
        model.textProperty().subscribe(read -> {
            text.setText(read);
            text.positionCaret(read.length());
            text.setScrollTop(Double.MAX_VALUE);
        });
        Button copy = new Button("Copy");
        copy.setId("log-copy");
        copy.setTooltip(new Tooltip("Copy what is shown, for a report of a mistake"));
        copy.setOnAction(pressed -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button again = new Button("Read again");
        again.setOnAction(pressed -> model.read());
        model.read();
        return new Sheet("Log", new VBox(10, where, text), 820, close)
                .with(again)
                .with(copy);
    }
}
