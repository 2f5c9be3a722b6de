package vermeer.ui.method;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import vermeer.ui.control.Hint;

/** One method: a button that explains by it, a question mark that says what it is, and its settings when chosen. */
final class MethodRow extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final MethodViewModel model;
    private final String name;
    private final Button button = new Button();
    private final Label why = new Label();
    private SettingsForm form;

    MethodRow(MethodEntry entry, MethodViewModel model) {
        this.model = model;
        this.name = entry.name();
        getStyleClass().add("method-row");
        button.setId("method-" + name);
        button.setText(entry.method().title());
        button.getStyleClass().setAll("method-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(pressed -> model.choose(name));
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox line = new HBox(button, questionMark(entry));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("method-line");
        why.setWrapText(true);
        why.getStyleClass().add("why-not");
        // a disabled button shows no tooltip, the line around it does
        Hint hint = Hint.on(line);
        why.textProperty().subscribe(hint::say);
        getChildren().add(line);
    }

    void show(MethodEntry entry) {
        boolean disabled = entry.unavailable().isPresent();
        button.setDisable(disabled);
        String text = entry.unavailable()
                .orElse(entry.method().notes().shows() + " Costs "
                        + entry.method().notes().cost());
        why.setText(text);
        button.setAccessibleText(entry.method().title() + (disabled ? ", not available: " : ". ") + text);
        if (form != null) {
            form.refresh();
        }
    }

    void showChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        if (chosen && form == null && !model.settings(name).isEmpty()) {
            form = new SettingsForm(model.editable(name));
            getChildren().add(form);
        } else if (!chosen && form != null) {
            getChildren().remove(form);
            form = null;
        } else if (form != null) {
            form.refresh();
        }
    }

    private Button questionMark(MethodEntry entry) {
        Button mark = new Button("", new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        mark.setId("about-" + name);
        mark.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "question-mark");
        Hint.on(mark, "What " + entry.method().title() + " shows, and what it does not");
        mark.setAccessibleText("About " + entry.method().title());
        mark.setOnAction(pressed -> NotesPopover.of(model.entries().stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElse(entry))
                .show(mark));
        return mark;
    }
}
