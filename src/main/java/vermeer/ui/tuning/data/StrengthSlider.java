package vermeer.ui.tuning.data;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vermeer.setting.Kind;
import vermeer.setting.Setting;

/** One strength of augmentation: shown at once while it is dragged, kept when it is let go. */
final class StrengthSlider extends HBox {
    private final Setting setting;
    private final AugmentationViewModel model;
    private final Slider slider;
    private final Label value = new Label();
    private boolean following;

    StrengthSlider(Setting setting, AugmentationViewModel model) {
        super(8);
        this.setting = setting;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        Kind.Real range = (Kind.Real) setting.kind();
        slider = new Slider(range.min(), range.max(), model.strength(setting.name()));
        slider.setId("strength-" + setting.name());
        slider.setBlockIncrement((range.max() - range.min()) / 20);
        slider.setPrefWidth(90);
        slider.setMinWidth(50);
        slider.setAccessibleText(setting.label());
        slider.setAccessibleHelp(setting.help());
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = new Label(setting.name().equals("jpeg") ? "JPEG" : setting.label());
        name.setMinWidth(82);
        value.setMinWidth(52);
        value.getStyleClass().add("quiet");
        Tooltip tooltip = new Tooltip(setting.help());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(300);
        Tooltip.install(this, tooltip);
        getChildren().addAll(name, slider, value);
        tell(slider.getValue());
        slider.valueProperty().subscribe((before, now) -> moved(now.doubleValue()));
        slider.valueChangingProperty().subscribe((before, now) -> {
            if (before && !now) {
                model.keep();
            }
        });
    }

    private void moved(double now) {
        tell(now);
        if (!following) {
            model.attempt(setting.name(), rounded(now));
            if (!slider.isValueChanging()) {
                model.keep();
            }
        }
    }

    /** Two digits are enough, and read well in the file. */
    private double rounded(double strength) {
        double step = slider.getMax() > 20 ? 1 : slider.getMax() > 2 ? 0.1 : 0.01;
        return Math.min(slider.getMax(), Math.round(strength / step) * step);
    }

    private void tell(double strength) {
        boolean share = slider.getMax() <= 1;
        String text = share
                ? String.format(Locale.ROOT, "%.0f %%", 100 * strength)
                : String.format(Locale.ROOT, slider.getMax() > 20 ? "%.0f" : "%.1f", strength)
                        + (setting.unit().isEmpty() ? "" : " " + setting.unit());
        value.setText(strength == 0 ? "off" : text);
    }

    /** Shows the strength as it is decided. */
    void follow() {
        if (!slider.isValueChanging()) {
            following = true;
            slider.setValue(model.strength(setting.name()));
            following = false;
        }
    }
}
