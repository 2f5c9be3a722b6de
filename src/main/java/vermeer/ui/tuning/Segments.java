package vermeer.ui.tuning;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of a few, side by side; one is always chosen. */
public final class Segments<T> extends HBox {
    private final ObjectProperty<T> value = new SimpleObjectProperty<>();
    private final ToggleGroup group = new ToggleGroup();

    /**
     * Offers these values, the first of them chosen.
     *
     * @param id each button's id is this and its place from 0
     * @param text what a value is called
     */
    public Segments(String id, List<T> values, Function<T, String> text) {
        getStyleClass().add("segments");
        for (int i = 0; i < values.size(); i++) {
            T offered = values.get(i);
            ToggleButton button = new ToggleButton(text.apply(offered));
            button.setId(id + "-" + i);
            boolean first = i == 0;
            boolean last = i == values.size() - 1;
            button.getStyleClass().add(first ? Styles.LEFT_PILL : last ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setOnAction(pressed -> {
                button.setSelected(true);
                value.set(offered);
            });
            value.subscribe(chosen -> button.setSelected(Objects.equals(chosen, offered)));
            getChildren().add(button);
        }
        value.set(values.get(0));
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** The button of a place, to change its text. */
    public ToggleButton button(int place) {
        return (ToggleButton) getChildren().get(place);
    }
}
