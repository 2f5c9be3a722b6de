package vermeer.ui.tuning.data;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A share of the pictures in whole percents. */
final class ShareSlider extends HBox {
    private final Slider slider;
    private final Label value = new Label();
    private final Label name;
    private boolean showing;

    ShareSlider(String split, double most) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        slider = new Slider(0, most * 100, 0);
        slider.setId("share-" + split);
        slider.setBlockIncrement(5);
        slider.setAccessibleText("Share of " + split + " in percent");
        HBox.setHgrow(slider, Priority.ALWAYS);
        name = new Label(split);
        name.setMinWidth(62);
        value.setMinWidth(38);
        value.getStyleClass().add("quiet");
        slider.valueProperty().subscribe(now -> value.setText(Math.round(now.doubleValue()) + " %"));
        getChildren().addAll(name, slider, value);
    }

    void explain(String sentence) {
        Tooltip tooltip = new Tooltip(sentence);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(300);
        Tooltip.install(this, tooltip);
        slider.setAccessibleHelp(sentence);
    }

    /** Runs when the user has let go of the slider. */
    void onCommit(Runnable action) {
        slider.valueProperty().subscribe((before, now) -> {
            if (!showing && !slider.isValueChanging()) {
                action.run();
            }
        });
        slider.valueChangingProperty().subscribe((before, now) -> {
            if (before && !now) {
                action.run();
            }
        });
    }

    double share() {
        return Math.round(slider.getValue()) / 100.0;
    }

    void show(double share) {
        showing = true;
        slider.setValue(share * 100);
        showing = false;
    }
}
