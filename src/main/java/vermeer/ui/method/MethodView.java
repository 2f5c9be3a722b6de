package vermeer.ui.method;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** The palette: a row a method; under the chosen one its settings. */
public final class MethodView extends VBox {
    private final MethodViewModel model;
    private final Map<String, MethodRow> rows = new LinkedHashMap<>();

    public MethodView(MethodViewModel model) {
        this.model = model;
        getStyleClass().add("methods");
        model.entries().addListener((ListChangeListener<MethodEntry>) change -> show());
        model.chosenProperty().subscribe(name -> rows.forEach((known, row) -> row.showChosen(known.equals(name))));
        show();
    }

    private void show() {
        for (MethodEntry entry : model.entries()) {
            rows.computeIfAbsent(entry.name(), name -> new MethodRow(entry, model))
                    .show(entry);
        }
        if (getChildren().size() != rows.size()) {
            getChildren().setAll(rows.values());
        }
    }
}
