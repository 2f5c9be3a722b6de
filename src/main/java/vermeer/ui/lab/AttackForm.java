package vermeer.ui.lab;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.attack.Attack;
import vermeer.attack.Attacks;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;
import vermeer.ui.method.NotesPopover;
import vermeer.ui.method.SettingsForm;

/** Which attack, to which class, with which settings, and the button. */
final class AttackForm extends VBox {
    private final AttackViewModel model;
    private final VBox settings = new VBox();

    /** @param files the dialogs for files */
    AttackForm(AttackViewModel model, FileChoosing files) {
        super(18);
        this.model = model;
        getStyleClass().addAll("attack-form", "sections");
        Section attack = new Section("Attack", attack(), questionMark());
        Section target = new Section("Make it", new TargetSearch(model));
        Section setting = new Section("Settings", settings);
        getChildren().addAll(attack, target, buttons(), outcome(files), setting);
        model.chosenProperty().subscribe(name -> showSettings());
        model.settingsChangedProperty().subscribe(times -> showSettings());
    }

    private void showSettings() {
        settings.getChildren().setAll(new SettingsForm(model.settings()));
    }

    private ComboBox<Attack> attack() {
        ComboBox<Attack> box = new ComboBox<>();
        box.setId("attack-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(model.attacks());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Attack attack) {
                return attack == null ? "" : attack.title();
            }

            @Override
            public Attack fromString(String title) {
                return null;
            }
        });
        box.setOnAction(chosen -> model.chosenProperty().set(box.getValue().name()));
        model.chosenProperty().subscribe(name -> Attacks.named(name).ifPresent(box::setValue));
        return box;
    }

    private Button questionMark() {
        Button mark = new Button("", new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        mark.setId("about-attack");
        mark.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "question-mark");
        mark.setTooltip(new Tooltip("What this attack shows, and what it does not"));
        mark.setAccessibleText("About this attack");
        mark.setOnAction(pressed -> NotesPopover.of(
                        model.attack().title(), model.attack().notes(), Optional.empty())
                .show(mark));
        return mark;
    }

    private VBox buttons() {
        Button run = new Button("Fool the network", new FontIcon(MaterialDesignF.FLASH));
        run.setId("attack-run");
        run.setDefaultButton(true);
        run.setMaxWidth(Double.MAX_VALUE);
        run.setOnAction(pressed -> model.run());
        run.disableProperty().bind(model.missingProperty().isNotEmpty().or(model.runningProperty()));
        Button stop = new Button("Stop", new FontIcon(MaterialDesignS.STOP));
        stop.setId("attack-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(pressed -> model.cancel());
        stop.visibleProperty().bind(model.runningProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        HBox line = new HBox(8, run, stop);
        HBox.setHgrow(run, Priority.ALWAYS);
        Button smallest = new Button("Find the smallest epsilon");
        smallest.setId("attack-smallest");
        smallest.setMaxWidth(Double.MAX_VALUE);
        smallest.setTooltip(new Tooltip("Attacks again and again, to find the smallest change that is enough"));
        smallest.setOnAction(pressed -> model.runSmallest());
        smallest.disableProperty().bind(run.disableProperty());
        smallest.managedProperty().bind(smallest.visibleProperty());
        model.chosenProperty().subscribe(name -> smallest.setVisible(model.hasEpsilon()));
        Label missing = new Label();
        missing.setId("attack-missing");
        missing.setWrapText(true);
        missing.getStyleClass().add("quiet");
        missing.textProperty().bind(model.missingProperty());
        missing.visibleProperty().bind(model.missingProperty().isNotEmpty());
        missing.managedProperty().bind(missing.visibleProperty());
        return new VBox(6, line, smallest, missing);
    }

    private VBox outcome(FileChoosing files) {
        Label outcome = new Label();
        outcome.setId("attack-outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(USE_PREF_SIZE);
        Button save = new Button("Save PNG…", new FontIcon(MaterialDesignC.CONTENT_SAVE_OUTLINE));
        save.setId("attack-save");
        save.setTooltip(
                new Tooltip("Save the result at the picture's own size; opened again, it gives the same answer"));
        save.setOnAction(pressed ->
                files.save("Save the result", model.fileName(), "png").ifPresent(model::save));
        Button other = new Button("Other model…");
        other.setId("attack-transfer");
        other.setTooltip(new Tooltip("Does the result fool another model too?"));
        other.setOnAction(pressed -> files.model().ifPresent(model::transfer));
        VBox box = new VBox(8, outcome, new FlowPane(8, 8, save, other));
        box.managedProperty().bind(box.visibleProperty());
        model.resultProperty().subscribe(fooled -> {
            box.setVisible(fooled != null);
            outcome.setText(
                    fooled == null
                            ? ""
                            : (AttackViewModel.summary(fooled) + " " + AttackViewModel.files(fooled)).strip());
        });
        return box;
    }
}
