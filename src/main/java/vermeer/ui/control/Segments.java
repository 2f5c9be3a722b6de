package vermeer.ui.control;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A choice of a few, side by side; one is always chosen. */
public final class Segments<T> extends HBox {
    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    /**
     * Offers these values, the first of them chosen.
     *
     * @param id each button's id is this and its place from 0
     * @param text what a value is called
     */
    public Segments(String id, List<T> values, Function<T, String> text) {
        this(new SimpleObjectProperty<>(values.get(0)), values, text, value -> id + "-" + values.indexOf(value));
    }

    /**
     * Offers these values for a property, and follows it.
     *
     * @param text what a value is called
     * @param id a value's button's id
     */
    public Segments(ObjectProperty<T> value, List<T> values, Function<T, String> text, Function<T, String> id) {
        this.value = value;
        getStyleClass().add("segments");
        for (int i = 0; i < values.size(); i++) {
            T offered = values.get(i);
            ToggleButton button = new ToggleButton(text.apply(offered));
            button.setId(id.apply(offered));
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                value.set(offered);
            });
            value.subscribe(chosen -> button.setSelected(Objects.equals(chosen, offered)));
            getChildren().add(button);
        }
        round(getChildren().stream().map(ToggleButton.class::cast).toList());
    }

    /** Says of each value what it is for, in tooltips and for those who cannot see. */
    public Segments<T> helped(List<T> values, Function<T, String> help) {
        for (int i = 0; i < values.size(); i++) {
            button(i).setTooltip(new Tooltip(help.apply(values.get(i))));
            button(i).setAccessibleText(button(i).getText() + ": " + help.apply(values.get(i)));
        }
        return this;
    }

    /** Rounds the outer corners of buttons that stand side by side, so that they look like one control. */
    public static void round(List<ToggleButton> buttons) {
        for (int i = 0; i < buttons.size() && buttons.size() > 1; i++) {
            boolean first = i == 0;
            boolean last = i == buttons.size() - 1;
            buttons.get(i)
                    .getStyleClass()
                    .add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** The button of a place, to change its text. */
    public ToggleButton button(int place) {
        return (ToggleButton) getChildren().get(place);
    }
}
