package vermeer.ui.method;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** The palette: a row a method, in groups; under the chosen one its settings. */
public final class MethodView extends VBox {
    private final MethodViewModel model;
    private final Map<String, MethodRow> rows = new LinkedHashMap<>();
    private final Map<String, MethodGroupView> groups = new LinkedHashMap<>();

    public MethodView(MethodViewModel model) {
        this.model = model;
        getStyleClass().add("palette");
        build();
        model.entries().addListener((ListChangeListener<MethodEntry>) change -> show());
        model.chosenProperty().subscribe(this::showChosen);
        show();
    }

    private void build() {
        Map<MethodGroup, List<MethodEntry>> grouped = new EnumMap<>(MethodGroup.class);
        model.entries()
                .forEach(entry -> grouped.computeIfAbsent(MethodGroup.of(entry.method()), group -> new ArrayList<>())
                        .add(entry));
        grouped.forEach((group, entries) -> {
            entries.forEach(entry -> rows.put(entry.name(), new MethodRow(entry, model)));
            MethodGroupView view = new MethodGroupView(
                    group, entries.stream().map(entry -> rows.get(entry.name())).toList());
            entries.forEach(entry -> groups.put(entry.name(), view));
            getChildren().add(view);
        });
    }

    private void show() {
        model.entries().forEach(entry -> rows.get(entry.name()).show(entry));
    }

    private void showChosen(String name) {
        rows.forEach((known, row) -> row.showChosen(known.equals(name)));
        if (groups.containsKey(name)) {
            groups.get(name).open();
        }
    }
}
