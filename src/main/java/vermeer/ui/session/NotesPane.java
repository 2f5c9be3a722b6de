package vermeer.ui.session;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.ui.control.Section;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;

/** The user's notes, on all of it and on the picture in sight, and the maps that were asked for. */
public final class NotesPane extends BorderPane {
    private static final double WIDTH = 280;

    private final SessionViewModel session;
    private final Investigation investigation;
    private final Consumer<Asked> onOpen;
    private final VBox maps = new VBox(2);

    /** @param onOpen shows a map that was asked for again */
    public NotesPane(SessionViewModel session, Investigation investigation, Consumer<Asked> onOpen) {
        this.session = session;
        this.investigation = investigation;
        this.onOpen = onOpen;
        getStyleClass().addAll("side", "notes-pane");
        setPrefWidth(WIDTH);
        setMinWidth(220);
        Label name = new Label();
        name.setId("session-name");
        name.setWrapText(true);
        name.getStyleClass().add("hint-text");
        Runnable title = () -> name.setText((session.fileProperty().get() == null
                        ? "This session is in no file yet"
                        : session.fileProperty().get().getFileName().toString())
                + (session.unsavedProperty().get() ? " (changes not saved)" : ""));
        session.fileProperty().subscribe(title);
        session.unsavedProperty().subscribe(title);
        title.run();
        TextArea all = area("session-notes", "What you found, for you and for the report");
        all.textProperty().bindBidirectional(session.notesProperty());
        TextArea one = area("picture-note", "About this picture");
        one.textProperty().bindBidirectional(session.pictureNoteProperty());
        one.disableProperty().bind(session.pictureProperty().isNull());
        Label picture = new Label();
        picture.textProperty().bind(session.pictureProperty().map(item -> item.name()));
        picture.getStyleClass().add("hint-text");
        VBox sections = new VBox(
                name,
                new Section("Notes", all),
                new Section("Note on the picture", new VBox(4, picture, one)),
                new Section("Maps asked for", maps));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        session.asked().addListener((ListChangeListener<Asked>) change -> list());
        investigation.networkProperty().subscribe(network -> list());
    }

    private static TextArea area(String id, String prompt) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPromptText(prompt);
        area.setWrapText(true);
        area.setPrefRowCount(6);
        area.setAccessibleText(prompt);
        return area;
    }

    private void list() {
        Network network = investigation.networkProperty().get();
        List<String> names = network == null ? List.of() : network.model().classNames();
        maps.getChildren()
                .setAll(session.asked().stream().map(asked -> row(asked, names)).toList());
        if (session.asked().isEmpty()) {
            Label none =
                    new Label("None yet. Every map that you look at is noted here, goes into the report, and is made"
                            + " again by 'vermeer run'.");
            none.setWrapText(true);
            none.getStyleClass().add("hint-text");
            maps.getChildren().setAll(none);
        }
    }

    private HBox row(Asked asked, List<String> names) {
        Button open = new Button(asked.text(names) + "\n" + asked.picture().getFileName());
        open.getStyleClass().addAll("method-button", "asked");
        open.setMnemonicParsing(false);
        open.setWrapText(true);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setTooltip(new Tooltip("Look at this map again"));
        open.setOnAction(pressed -> onOpen.accept(asked));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        forget.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        forget.setTooltip(new Tooltip("Take it out of the session"));
        forget.setAccessibleText("Take " + asked.text(names) + " out of the session");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setOnAction(pressed -> session.forget(asked));
        return new HBox(open, forget);
    }
}
