package vermeer.ui.method;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A group of methods that opens and closes. */
final class MethodGroupView extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty();

    MethodGroupView(MethodGroup group, List<MethodRow> rows) {
        getStyleClass().add("method-group");
        VBox list = new VBox();
        list.getStyleClass().add("methods");
        list.getChildren().setAll(rows);
        list.visibleProperty().bind(open);
        list.managedProperty().bind(open);
        if (group == MethodGroup.COMMON) {
            open.set(true);
            getChildren().add(list);
        } else {
            getChildren().addAll(header(group, rows.size()), list);
        }
    }

    void open() {
        open.set(true);
    }

    private Button header(MethodGroup group, int count) {
        FontIcon chevron = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        open.subscribe(now -> chevron.setIconCode(now ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
        Button header = new Button(group.title() + " (" + count + ")", chevron);
        header.setId("group-" + group.name().toLowerCase(Locale.ROOT));
        header.getStyleClass().setAll("group-header");
        header.setMaxWidth(Double.MAX_VALUE);
        header.setOnAction(pressed -> open.set(!open.get()));
        return header;
    }
}
