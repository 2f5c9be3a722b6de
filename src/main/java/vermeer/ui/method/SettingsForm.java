package vermeer.ui.method;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.setting.Setting;
import vermeer.ui.control.Hint;

/** Settings as a form made from their record. */
public final class SettingsForm extends VBox {
    private final EditableSettings model;
    private final Map<String, SettingField> fields = new LinkedHashMap<>();
    private final Label problem = new Label();
    private final Hyperlink reset = new Hyperlink("Reset");

    public SettingsForm(EditableSettings model) {
        this.model = model;
        getStyleClass().add("settings-form");
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(72);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, values);
        for (Setting setting : model.settings()) {
            addRow(grid, setting);
        }
        problem.setWrapText(true);
        problem.getStyleClass().add("problem");
        problem.setId("setting-problem");
        showProblem("");
        reset.getStyleClass().add(Styles.TEXT_SMALL);
        reset.setOnAction(pressed -> {
            model.reset();
            refresh();
        });
        getChildren().addAll(grid, problem, reset);
        refresh();
    }

    /** Shows the values as they are now. */
    public void refresh() {
        Map<String, String> values = model.values();
        fields.forEach((name, field) -> field.show(values.get(name)));
        reset.setVisible(!model.unchanged());
        reset.setManaged(reset.isVisible());
    }

    private void addRow(GridPane grid, Setting setting) {
        SettingField field = SettingField.of(setting, model.layers(), value -> commit(setting.name(), value));
        fields.put(setting.name(), field);
        Node control = field.node();
        control.setId("setting-" + setting.name());
        Label label = new Label(setting.label() + (setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")"));
        label.getStyleClass().add("setting-label");
        label.setLabelFor(control);
        String help = setting.help().isEmpty()
                ? "Takes " + setting.allowed() + "."
                : setting.help() + " Takes " + setting.allowed() + ".";
        Hint.on(label, help);
        Hint.on(control, help);
        control.setAccessibleText(setting.label());
        grid.addRow(grid.getRowCount(), label, control);
    }

    private void commit(String setting, String value) {
        if (value.equals(model.values().get(setting))) {
            showProblem("");
            return;
        }
        showProblem(model.change(setting, value).orElse(""));
        fields.get(setting).showRefused(!problem.getText().isEmpty());
        if (problem.getText().isEmpty()) {
            refresh();
        }
    }

    private void showProblem(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }
}
