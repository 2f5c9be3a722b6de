package vermeer.ui.dream;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import vermeer.dream.Dream;
import vermeer.dream.Dreams;
import vermeer.dream.Needs;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;
import vermeer.ui.method.NotesPopover;
import vermeer.ui.method.SettingsForm;

/** The method, what the picture is made for, what it begins with, and the settings. */
final class DreamControls extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final DreamViewModel model;
    private final FileChoosing files;
    private final VBox beginning = new VBox(6);
    private final VBox settings = new VBox();
    private final VBox methods = new VBox();
    private final Section from = new Section("Begin with", beginning);

    DreamControls(DreamViewModel model, FileChoosing files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("sections");
        Dreams.all().forEach(dream -> methods.getChildren().add(row(dream)));
        methods.getStyleClass().add("methods");
        getChildren()
                .addAll(
                        new Section("Method", methods),
                        new Section("Made for", new FeatureForm(model)),
                        from,
                        new Section("Settings", settings));
        model.dreamProperty().subscribe(dream -> {
            settings.getChildren().setAll(new SettingsForm(model.settings()));
            showBeginning();
        });
        model.styleProperty().subscribe(style -> showBeginning());
        model.investigation().pictureProperty().subscribe(picture -> showBeginning());
    }

    private Node row(Dream dream) {
        Button button = new Button(dream.title());
        button.setId("dream-" + dream.name());
        button.getStyleClass().add("method-button");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setTooltip(new Tooltip(dream.notes().shows()));
        button.setOnAction(pressed -> model.dreamProperty().set(dream));
        Button notes = new Button("", new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        notes.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "question-mark");
        notes.setAccessibleText("About " + dream.title());
        notes.setOnAction(pressed ->
                NotesPopover.of(dream.title(), dream.notes(), Optional.empty()).show(notes));
        HBox line = new HBox(button, notes);
        line.getStyleClass().add("method-line");
        line.setAlignment(Pos.CENTER_LEFT);
        VBox row = new VBox(line);
        row.getStyleClass().add("method-row");
        model.dreamProperty()
                .subscribe(chosen ->
                        row.pseudoClassStateChanged(CHOSEN, chosen.name().equals(dream.name())));
        return row;
    }

    private void showBeginning() {
        Needs needs = model.dreamProperty().get().needs();
        beginning.getChildren().clear();
        boolean any = needs.picture() != Needs.Use.NO;
        from.setVisible(any);
        from.setManaged(any);
        String name = model.investigation().pictureProperty().get() == null
                ? "the picture in the strip"
                : model.investigation().pictureProperty().get().name();
        if (needs.picture() == Needs.Use.CAN) {
            ToggleGroup group = new ToggleGroup();
            beginning
                    .getChildren()
                    .addAll(
                            choice("dream-from-picture", name, true, group),
                            choice("dream-from-noise", "noise", false, group));
        } else if (needs.picture() == Needs.Use.MUST) {
            beginning.getChildren().add(new Label(name));
        }
        if (needs.style() == Needs.Use.MUST) {
            beginning.getChildren().add(style());
        }
    }

    private RadioButton choice(String id, String text, boolean picture, ToggleGroup group) {
        RadioButton button = new RadioButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(model.fromPictureProperty().get() == picture);
        button.setOnAction(pressed -> model.fromPictureProperty().set(picture));
        return button;
    }

    private Node style() {
        Button choose = new Button("Choose…");
        choose.setId("dream-style");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setOnAction(pressed -> files.pictures().stream().findFirst().ifPresent(model::styleFrom));
        Label name = new Label(
                model.styleProperty().get() == null
                        ? "no style yet"
                        : "style of " + model.styleProperty().get().name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name, choose);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
