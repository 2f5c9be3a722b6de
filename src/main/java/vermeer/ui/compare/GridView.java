package vermeer.ui.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.attribution.AttributionMethod;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.canvas.Outlook;
import vermeer.ui.investigation.ShownMap;

/** The grid: methods at the left, columns at the top, and cells that zoom and pan together. */
final class GridView extends ScrollPane {
    private static final double HEAD = 116;
    private static final double GAP = 12;
    private static final double SMALLEST = 150;
    private static final double LARGEST = 620;
    /** What a cell has above and below its picture. */
    private static final double WORDS = 54;

    private final CompareViewModel model;
    private final Consumer<GridCell> open;
    private final GridPane pane = new GridPane();
    private final PictureImages images = new PictureImages();
    private final Map<GridCell, CellView> views = new HashMap<>();
    private Outlook outlook = Outlook.WHOLE;

    GridView(CompareViewModel model, Consumer<GridCell> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("compare-grid");
        setId("compare-grid");
        pane.setHgap(GAP);
        pane.setVgap(GAP);
        pane.setPadding(new Insets(10, 14, 14, 14));
        setContent(pane);
        setPannable(false);
        viewportBoundsProperty().subscribe(bounds -> fitCells());
        model.grid().gridProperty().subscribe(this::show);
    }

    private void show(Grid grid) {
        Map<GridCell, CellView> before = new HashMap<>(views);
        views.clear();
        pane.getChildren().clear();
        List<Node> nodes = new ArrayList<>();
        for (int column = 0; column < grid.columns().size(); column++) {
            nodes.add(at(columnHead(grid.columns().get(column)), column + 1, 0));
        }
        for (int row = 0; row < grid.methods().size(); row++) {
            nodes.add(at(rowHead(grid.methods().get(row)), 0, row + 1));
            for (int column = 0; column < grid.columns().size(); column++) {
                GridCell cell = grid.cell(row, column);
                CellView kept = before.remove(cell);
                CellView view = kept != null ? kept : view(cell);
                views.put(cell, view);
                nodes.add(at(view, column + 1, row + 1));
            }
        }
        before.values().forEach(CellView::leave);
        pane.getChildren().setAll(nodes);
        fitCells();
    }

    private CellView view(GridCell cell) {
        CellView view = new CellView(cell, model, images, open);
        CanvasView canvas = view.canvas();
        canvas.follow(outlook);
        canvas.onMoved(() -> link(canvas.outlook()));
        canvas.zoomByWheel(event -> event.isShortcutDown() || !scrolls());
        return view;
    }

    private void link(Outlook shown) {
        outlook = shown;
        views.values().forEach(view -> view.canvas().follow(shown));
    }

    private boolean scrolls() {
        return pane.getHeight() > getViewportBounds().getHeight() + 1;
    }

    private void fitCells() {
        Grid grid = model.grid().gridProperty().get();
        int columns = Math.max(1, grid.columns().size());
        int rows = Math.max(1, grid.methods().size());
        double across = (getViewportBounds().getWidth() - HEAD - 28 - columns * GAP) / columns;
        double down = (getViewportBounds().getHeight() - 74 - rows * GAP) / rows - WORDS;
        double side = Math.max(SMALLEST, Math.min(LARGEST, Math.min(across, Math.max(down, 230))));
        views.values().forEach(view -> {
            view.setPrefSize(side, side + WORDS);
            view.setMinSize(side, side + WORDS);
            view.setMaxSize(side, side + WORDS);
        });
        pane.getChildren().stream()
                .filter(node -> node.getStyleClass().contains("column-head"))
                .forEach(head -> ((Region) head).setMaxWidth(side));
    }

    void zoom(Consumer<CanvasView> step) {
        views.values().stream().findFirst().ifPresent(view -> step.accept(view.canvas()));
    }

    private static Node columnHead(GridColumn column) {
        Label title = label(column.title(), "head-title");
        Label detail = label("", "head-detail");
        column.detailProperty().subscribe(detail::setText);
        VBox head = new VBox(1, title, detail);
        head.getStyleClass().add("column-head");
        head.setMinWidth(0);
        Tooltip tooltip = new Tooltip();
        column.detailProperty().subscribe(text -> tooltip.setText(column.title() + "\n" + text));
        Tooltip.install(head, tooltip);
        return head;
    }

    private static Node rowHead(AttributionMethod method) {
        Label title = label(method.title(), "head-title");
        title.setWrapText(true);
        Label settings = label(ShownMap.settings(method), "head-detail");
        settings.setWrapText(true);
        VBox head = new VBox(2, title, settings);
        head.getStyleClass().add("row-head");
        head.setPrefWidth(HEAD);
        head.setMinWidth(HEAD);
        head.setMaxWidth(HEAD);
        Tooltip.install(head, new Tooltip(method.title() + "\n" + ShownMap.settings(method)));
        return head;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    private static <T extends Node> T at(T node, int column, int row) {
        GridPane.setConstraints(node, column, row, 1, 1, HPos.LEFT, VPos.TOP);
        return node;
    }
}
