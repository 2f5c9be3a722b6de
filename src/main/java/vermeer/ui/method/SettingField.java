package vermeer.ui.method;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import vermeer.setting.Kind;
import vermeer.setting.Setting;

/** The control for one setting; it speaks in the setting's texts. */
public interface SettingField {

    Node node();

    void show(String value);

    /** Marks a value that was not taken. */
    default void showRefused(boolean refused) {
        node().pseudoClassStateChanged(Styles.STATE_DANGER, refused);
    }

    /** @param layers what a setting called {@code layer} offers */
    static SettingField of(Setting setting, List<String> layers, Consumer<String> onCommit) {
        if (setting.kind() instanceof Kind.Flag) {
            return flag(onCommit);
        }
        if (setting.kind() instanceof Kind.Choice choice) {
            return choice(choice.names(), false, onCommit);
        }
        if (setting.kind() instanceof Kind.Text && setting.name().equals("layer")) {
            List<String> offered = new ArrayList<>(List.of(setting.initial()));
            offered.addAll(layers);
            return choice(offered, true, onCommit);
        }
        if (setting.kind() instanceof Kind.Folder) {
            return folder(onCommit);
        }
        return text(setting.kind() instanceof Kind.Whole, onCommit);
    }

    private static SettingField flag(Consumer<String> onCommit) {
        CheckBox box = new CheckBox();
        box.setOnAction(pressed -> onCommit.accept(Boolean.toString(box.isSelected())));
        return field(box, value -> box.setSelected(Boolean.parseBoolean(value)));
    }

    private static SettingField choice(List<String> names, boolean editable, Consumer<String> onCommit) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(names.stream().distinct().toList());
        box.setEditable(editable);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(chosen -> {
            if (box.getValue() != null) {
                onCommit.accept(box.getValue());
            }
        });
        return field(box, box::setValue);
    }

    private static SettingField text(boolean whole, Consumer<String> onCommit) {
        TextField text = new TextField();
        text.setOnAction(entered -> onCommit.accept(text.getText()));
        text.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                onCommit.accept(text.getText());
            }
        });
        text.setOnKeyPressed(event -> {
            int step = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
            if (whole && step != 0) {
                stepped(text.getText(), step * (event.isShiftDown() ? 10 : 1), onCommit);
                event.consume();
            }
        });
        return field(text, value -> {
            if (!value.equals(text.getText())) {
                text.setText(value);
            }
        });
    }

    private static SettingField folder(Consumer<String> onCommit) {
        TextField path = new TextField();
        path.setPromptText("none");
        Button browse = new Button("Choose…");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(6, path, browse);
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setOnAction(entered -> onCommit.accept(path.getText()));
        path.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                onCommit.accept(path.getText());
            }
        });
        browse.setOnAction(pressed -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Choose a folder of pictures");
            File chosen = chooser.showDialog(box.getScene().getWindow());
            if (chosen != null) {
                onCommit.accept(chosen.toString());
            }
        });
        return field(box, path::setText);
    }

    private static void stepped(String text, int step, Consumer<String> onCommit) {
        try {
            onCommit.accept(Long.toString(Long.parseLong(text.strip()) + step));
        } catch (NumberFormatException notANumber) {
            onCommit.accept(text);
        }
    }

    private static SettingField field(Node node, Consumer<String> show) {
        return new SettingField() {
            @Override
            public Node node() {
                return node;
            }

            @Override
            public void show(String value) {
                show.accept(value);
                showRefused(false);
            }
        };
    }
}
