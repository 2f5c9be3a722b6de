package vermeer.ui.compare;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import vermeer.attribution.AttributionMethod;
import vermeer.setting.Settings;

/** The heading of a row or column: what it is, and a line about it. */
final class GridHead extends VBox {
    private final Label title = new Label();
    private final Label detail = new Label();

    private GridHead(String text, ReadOnlyStringProperty about) {
        super(2);
        getStyleClass().add("grid-head");
        title.getStyleClass().add("head-title");
        title.setText(text);
        title.setMinWidth(0);
        detail.getStyleClass().add("head-detail");
        detail.setMinWidth(0);
        setMinWidth(0);
        Tooltip tooltip = new Tooltip();
        about.subscribe(line -> {
            detail.setText(line);
            tooltip.setText(text + "\n" + line);
        });
        Tooltip.install(this, tooltip);
        getChildren().addAll(title, detail);
    }

    static GridHead of(AttributionMethod method) {
        return new GridHead(method.title(), new ReadOnlyStringWrapper(Settings.line(method)).getReadOnlyProperty());
    }

    static GridHead of(GridColumn column) {
        return new GridHead(column.title(), column.detailProperty());
    }

    /** Lies at the left edge, where there is room for several lines, or at the top. */
    void lie(boolean left, double width) {
        title.setWrapText(left);
        detail.setWrapText(left);
        getStyleClass().removeAll("at-left", "at-top");
        getStyleClass().add(left ? "at-left" : "at-top");
        setPrefWidth(width);
        setMaxWidth(width);
    }
}
