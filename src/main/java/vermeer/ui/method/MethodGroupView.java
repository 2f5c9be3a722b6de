package vermeer.ui.method;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A group of methods that opens and closes; its rows are made when it opens for the first time. */
final class MethodGroupView extends VBox {
    private final MethodViewModel model;
    private final Map<String, MethodEntry> entries = new LinkedHashMap<>();
    private final Map<String, MethodRow> rows = new LinkedHashMap<>();
    private final VBox list = new VBox();
    private final BooleanProperty open = new SimpleBooleanProperty();

    MethodGroupView(MethodGroup group, MethodViewModel model) {
        this.model = model;
        getStyleClass().add("method-group");
        list.getStyleClass().add("methods");
        list.visibleProperty().bind(open);
        list.managedProperty().bind(open);
        model.entries().stream()
                .filter(entry -> MethodGroup.of(entry.method()) == group)
                .forEach(entry -> entries.put(entry.name(), entry));
        open.subscribe(this::fill);
        if (group != MethodGroup.COMMON) {
            getChildren().add(header(group));
        }
        getChildren().add(list);
        open.set(group == MethodGroup.COMMON);
    }

    /** Shows a method as it is now, where it belongs to this group. */
    void show(MethodEntry entry) {
        if (entries.replace(entry.name(), entry) != null && rows.containsKey(entry.name())) {
            rows.get(entry.name()).show(entry);
        }
    }

    /** Marks the chosen method, and opens where it is in here. */
    void showChosen(String name) {
        if (entries.containsKey(name)) {
            open.set(true);
        }
        rows.forEach((known, row) -> row.showChosen(known.equals(name)));
    }

    private void fill(boolean now) {
        if (now && rows.isEmpty()) {
            entries.forEach((name, entry) -> {
                MethodRow row = new MethodRow(entry, model);
                row.show(entry);
                row.showChosen(name.equals(model.chosenProperty().get()));
                rows.put(name, row);
            });
            list.getChildren().setAll(rows.values());
        }
    }

    private Button header(MethodGroup group) {
        FontIcon chevron = new FontIcon(MaterialDesignC.CHEVRON_RIGHT);
        open.subscribe(now -> chevron.setIconCode(now ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
        Button header = new Button(group.title() + " (" + entries.size() + ")", chevron);
        header.setId("group-" + group.name().toLowerCase(Locale.ROOT));
        header.getStyleClass().setAll("group-header");
        header.setMaxWidth(Double.MAX_VALUE);
        header.setOnAction(pressed -> open.set(!open.get()));
        return header;
    }
}
