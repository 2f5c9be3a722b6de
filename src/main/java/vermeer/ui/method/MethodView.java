package vermeer.ui.method;

import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** The palette: a row a method, in groups; under the chosen one its settings. */
public final class MethodView extends VBox {
    private final List<MethodGroupView> groups;

    public MethodView(MethodViewModel model) {
        getStyleClass().add("palette");
        groups = Arrays.stream(MethodGroup.values())
                .filter(group -> model.entries().stream().anyMatch(entry -> MethodGroup.of(entry.method()) == group))
                .map(group -> new MethodGroupView(group, model))
                .toList();
        getChildren().setAll(groups);
        model.entries().addListener((ListChangeListener<MethodEntry>)
                change -> model.entries().forEach(entry -> groups.forEach(group -> group.show(entry))));
        model.chosenProperty().subscribe(name -> groups.forEach(group -> group.showChosen(name)));
    }
}
