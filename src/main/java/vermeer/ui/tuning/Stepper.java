package vermeer.ui.tuning;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The steps as a line of numbered buttons; a step that cannot be worked on yet is grey and says why. */
final class Stepper extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    Stepper(Tuning tuning, List<TuningStep> steps) {
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                getChildren().add(new FontIcon(MaterialDesignC.CHEVRON_RIGHT));
            }
            getChildren().add(button(tuning, steps.get(i), i + 1));
        }
    }

    private Node button(Tuning tuning, TuningStep step, int number) {
        Label count = new Label(Integer.toString(number));
        count.getStyleClass().add("step-number");
        Label title = new Label(step.title());
        title.getStyleClass().add("step-title");
        Label purpose = new Label(step.purpose());
        purpose.getStyleClass().add("step-purpose");
        HBox content = new HBox(8, count, new VBox(title, purpose));
        content.setAlignment(Pos.CENTER_LEFT);
        ToggleButton button = new ToggleButton("", content);
        button.setId("step-" + step.id());
        button.getStyleClass().add("step");
        button.setToggleGroup(group);
        button.setAccessibleText("Step " + number + ", " + step.title() + ": " + step.purpose());
        Tooltip why = new Tooltip();
        why.setWrapText(true);
        why.setMaxWidth(320);
        // a disabled button shows no tooltip, its holder does
        HBox holder = new HBox(button);
        step.missing().subscribe(missing -> {
            button.setDisable(!missing.isEmpty());
            why.setText(missing);
            Tooltip.uninstall(holder, why);
            if (!missing.isEmpty()) {
                Tooltip.install(holder, why);
            }
        });
        button.setOnAction(pressed -> {
            button.setSelected(true);
            tuning.go(step.id());
        });
        tuning.stepProperty().subscribe(shown -> button.setSelected(step.id().equals(shown)));
        return holder;
    }
}
