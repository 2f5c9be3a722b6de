package vermeer.ui.dream;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import vermeer.model.Layer;

/** A layer by its name, without what exporters add to every name, and its shape. */
final class LayerCell extends ListCell<Layer> {

    @Override
    protected void updateItem(Layer layer, boolean empty) {
        super.updateItem(layer, empty);
        setText(empty || layer == null ? "" : text(layer));
    }

    static String text(Layer layer) {
        String shape = Arrays.stream(layer.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
        return layer.value().replaceFirst("_output_0$", "").replaceFirst("^/", "") + "  (" + shape + ")";
    }
}
