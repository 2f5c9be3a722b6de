package vermeer.ui.session;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.session.Recovery;
import vermeer.session.RecoveryFolder;
import vermeer.session.Session;
import vermeer.ui.control.Sheet;

/** Shows what windows that ended without saving have left, to be looked at before anything is opened. */
final class RecoverySheet {
    private static final double WIDTH = 620;
    private static final int LONGEST_NOTE = 120;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.systemDefault());

    private RecoverySheet() {}

    static Sheet of(List<RecoveryFolder.Left> left, SessionFiles files, Runnable close) {
        VBox rows = new VBox(12);
        Label what =
                new Label("Vermeer ended before this work was saved. Nothing is opened or thrown away unless you say"
                        + " so; what you leave is offered again at the next start.");
        what.setWrapText(true);
        what.setMinHeight(Label.USE_PREF_SIZE);
        rows.getChildren().add(what);
        left.forEach(each -> rows.getChildren().add(row(each, rows, files, close)));
        Button later = new Button("Later");
        later.setId("recover-later");
        later.setOnAction(pressed -> close.run());
        return new Sheet("Work that was not saved", rows, WIDTH, close).with(later);
    }

    private static HBox row(RecoveryFolder.Left left, VBox rows, SessionFiles files, Runnable close) {
        Recovery recovery = left.recovery();
        Label name = new Label(
                recovery.origin().map(path -> path.getFileName().toString()).orElse("Never saved") + ", "
                        + TIME.format(recovery.changed()));
        name.getStyleClass().add("section-title");
        Label content = new Label(content(recovery.session()));
        content.setWrapText(true);
        content.setMinHeight(Label.USE_PREF_SIZE);
        VBox text = new VBox(2, name, content);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(10, text);
        Button open = new Button("Open");
        open.setId("recover");
        open.getStyleClass().add(Styles.ACCENT);
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(pressed -> {
            close.run();
            files.recover(left);
        });
        Button discard = new Button("Throw away");
        discard.getStyleClass().add(Styles.DANGER);
        discard.setMinWidth(Button.USE_PREF_SIZE);
        discard.setOnAction(pressed -> {
            left.discard();
            rows.getChildren().remove(row);
            if (rows.getChildren().size() == 1) {
                close.run();
            }
        });
        row.getChildren().addAll(open, discard);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String content(Session session) {
        String notes = session.notes().strip().replace('\n', ' ');
        return session.model().map(file -> file.name() + ", ").orElse("")
                + session.pictures().size()
                + (session.pictures().size() == 1 ? " picture, " : " pictures, ")
                + session.explanations().size()
                + (session.explanations().size() == 1 ? " map" : " maps")
                + (notes.isEmpty()
                        ? "."
                        : ". Notes: "
                                + (notes.length() > LONGEST_NOTE ? notes.substring(0, LONGEST_NOTE) + "…" : notes));
    }
}
