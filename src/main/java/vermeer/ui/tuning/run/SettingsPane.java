package vermeer.ui.tuning.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.setting.Setting;
import vermeer.setting.Settings;
import vermeer.ui.method.SettingField;

/** The settings of a run: those that most people change, and the others folded away. */
final class SettingsPane extends VBox {
    private final RunViewModel model;
    private final Map<String, SettingField> fields = new HashMap<>();
    private final Label problem = new Label();

    SettingsPane(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-settings");
        List<Setting> all = Settings.of(model.settingsProperty().get());
        List<Setting> usual = all.stream()
                .filter(setting -> RunViewModel.usual().contains(setting.name()))
                .toList();
        List<Setting> others =
                all.stream().filter(setting -> !usual.contains(setting)).toList();
        TitledPane more = new TitledPane("More settings", grid(others));
        more.setExpanded(false);
        more.setAnimated(false);
        more.setId("more-settings");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().addAll(grid(usual), more, problem);
        model.settingsProperty().subscribe(settings -> show());
    }

    private GridPane grid(List<Setting> settings) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(130);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, values);
        for (Setting setting : settings) {
            SettingField field = SettingField.of(setting, List.of(), value -> commit(setting.name(), value));
            fields.put(setting.name(), field);
            Node control = field.node();
            control.setId("run-" + setting.name());
            Label label = new Label(setting.label());
            label.setLabelFor(control);
            Tooltip help = new Tooltip(setting.help() + " Takes " + setting.allowed() + ".");
            help.setWrapText(true);
            help.setMaxWidth(320);
            label.setTooltip(help);
            Tooltip.install(control, help);
            control.setAccessibleText(setting.label());
            control.setAccessibleHelp(setting.help());
            grid.addRow(grid.getRowCount(), label, control);
        }
        return grid;
    }

    private void commit(String name, String value) {
        problem.setText(model.change(name, value).orElse(""));
        if (problem.getText().isEmpty()) {
            show();
        } else {
            fields.get(name).showRefused(true);
        }
    }

    private void show() {
        Map<String, String> values = Settings.texts(model.settingsProperty().get());
        fields.forEach((name, field) -> field.show(values.get(name)));
    }
}
