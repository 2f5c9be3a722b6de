package vermeer.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vermeer.ui.method.MethodEntry;
import vermeer.ui.method.MethodGroup;

/** Chooses the rows: a tick a method, in the palette's groups. */
final class MethodsPanel extends VBox {
    private final CompareViewModel model;

    MethodsPanel(CompareViewModel model) {
        super(4);
        this.model = model;
        setPrefWidth(270);
        HBox quick = new HBox(
                6,
                preset("Common", MethodGroup.COMMON),
                preset("Activation maps", MethodGroup.CLASS_ACTIVATION),
                preset("Perturbations", MethodGroup.PERTURBATION));
        quick.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(quick);
        for (MethodGroup group : MethodGroup.values()) {
            List<MethodEntry> entries = entries(group);
            if (!entries.isEmpty()) {
                getChildren().add(heading(group.title()));
                entries.forEach(entry -> getChildren().add(tick(entry)));
            }
        }
    }

    private List<MethodEntry> entries(MethodGroup group) {
        return model.workbench().method().entries().stream()
                .filter(entry -> MethodGroup.of(entry.method()) == group)
                .toList();
    }

    private CheckBox tick(MethodEntry entry) {
        CheckBox box = new CheckBox(entry.method().title());
        box.setId("row-" + entry.name());
        box.setMnemonicParsing(false);
        box.setSelected(model.chosenMethods().contains(entry.name()));
        box.setOnAction(ticked -> {
            model.toggleMethod(entry.name());
            box.setSelected(model.chosenMethods().contains(entry.name()));
        });
        model.chosenMethods()
                .subscribe(() -> box.setSelected(model.chosenMethods().contains(entry.name())));
        entry.unavailable().ifPresent(why -> {
            box.getStyleClass().add("quiet");
            box.setTooltip(new Tooltip(why));
        });
        return box;
    }

    private Button preset(String text, MethodGroup group) {
        Button button = new Button(text);
        button.getStyleClass().addAll(Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> model.chooseMethods(
                Set.copyOf(entries(group).stream().map(MethodEntry::name).toList())));
        return button;
    }

    static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("notes-heading");
        return heading;
    }
}
