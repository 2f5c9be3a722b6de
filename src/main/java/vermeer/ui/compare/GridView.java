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
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.canvas.Outlook;

/** The grid: methods along one edge, classes, pictures or models along the other, and cells that zoom and pan together. */
final class GridView extends ScrollPane {
    private final CompareViewModel model;
    private final Consumer<GridCell> open;
    private final GridPane pane = new GridPane();
    private final PictureImages images = new PictureImages();
    private final Map<GridCell, CellView> views = new HashMap<>();
    private Outlook outlook = Outlook.WHOLE;
    private Tiling tiling = new Tiling(false, Tiling.SMALLEST);

    GridView(CompareViewModel model, Consumer<GridCell> open) {
        this.model = model;
        this.open = open;
        getStyleClass().add("compare-grid");
        setId("compare-grid");
        pane.setHgap(Tiling.GAP);
        pane.setVgap(Tiling.GAP);
        pane.setPadding(new Insets(10, 14, 14, 14));
        setContent(pane);
        setPannable(false);
        viewportBoundsProperty().subscribe(bounds -> fitCells());
        model.grid().gridProperty().subscribe(this::show);
    }

    private void show(Grid grid) {
        Map<GridCell, CellView> before = new HashMap<>(views);
        views.clear();
        grid.cells().forEach(cell -> {
            CellView kept = before.remove(cell);
            views.put(cell, kept != null ? kept : view(cell));
        });
        before.values().forEach(CellView::leave);
        place(grid, Tiling.of(grid, getViewportBounds()));
    }

    private void place(Grid grid, Tiling tiling) {
        this.tiling = tiling;
        List<Node> nodes = new ArrayList<>();
        for (int column = 0; column < grid.columns().size(); column++) {
            Node head = GridHead.of(grid.columns().get(column));
            nodes.add(tiling.methodsAcross() ? at(head, 0, column + 1) : at(head, column + 1, 0));
        }
        for (int row = 0; row < grid.methods().size(); row++) {
            Node head = GridHead.of(grid.methods().get(row));
            nodes.add(tiling.methodsAcross() ? at(head, row + 1, 0) : at(head, 0, row + 1));
            for (int column = 0; column < grid.columns().size(); column++) {
                CellView view = views.get(grid.cell(row, column));
                nodes.add(tiling.methodsAcross() ? at(view, row + 1, column + 1) : at(view, column + 1, row + 1));
            }
        }
        pane.getChildren().setAll(nodes);
        size();
    }

    private void size() {
        views.values().forEach(view -> view.size(tiling.side()));
        pane.getChildren().forEach(node -> {
            if (node instanceof GridHead head) {
                boolean left = GridPane.getColumnIndex(node) == 0;
                head.lie(left, left ? Tiling.HEAD : tiling.side());
            }
        });
    }

    private void fitCells() {
        Grid grid = model.grid().gridProperty().get();
        Tiling next = Tiling.of(grid, getViewportBounds());
        if (next.methodsAcross() != tiling.methodsAcross()) {
            place(grid, next);
        } else {
            tiling = next;
            size();
        }
    }

    private CellView view(GridCell cell) {
        CellView view = new CellView(cell, model, images, () -> outlook, open);
        CanvasView canvas = view.canvas();
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

    void zoom(Consumer<CanvasView> step) {
        views.values().stream().findFirst().ifPresent(view -> step.accept(view.canvas()));
    }

    private static <T extends Node> T at(T node, int column, int row) {
        GridPane.setConstraints(node, column, row, 1, 1, HPos.LEFT, VPos.TOP);
        return node;
    }
}
