package vermeer.ui.compare;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.control.FileChoosing;

/** The workspace: what is compared at the top, the grid or the curtain below, model B at the right. */
public final class CompareView extends BorderPane {
    private static final String SHEET =
            CompareView.class.getResource("/vermeer/ui/compare.css").toExternalForm();

    private final CompareViewModel model;
    private final GridView grid;
    private final CurtainView curtain;
    private final Label hint = new Label("Open a picture and a model to compare explanations of them.");
    private final ModelsPanel models;

    /** @param toExplain shows the Explain workspace */
    public CompareView(CompareViewModel model, FileChoosing files, Runnable toExplain) {
        this.model = model;
        getStylesheets().add(SHEET);
        getStyleClass().add("compare");
        grid = new GridView(model, cell -> {
            model.explain(cell);
            toExplain.run();
        });
        curtain = new CurtainView(model);
        models = new ModelsPanel(model, files::model);
        hint.getStyleClass().add("hint");
        setTop(new CompareBar(model, files));
        setCenter(new StackPane(hint, grid, curtain));
        setFocusTraversable(true);
        model.grid().gridProperty().subscribe(now -> show());
        model.curtain().openProperty().subscribe(open -> show());
        model.axisProperty().subscribe(axis -> setRight(axis == Axis.MODELS ? models : null));
        sceneProperty().subscribe(scene -> {
            model.active(scene != null);
            if (scene != null) {
                requestFocus();
            }
        });
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void show() {
        boolean some = !model.grid().gridProperty().get().cells().isEmpty();
        boolean drawn = model.curtain().openProperty().get();
        hint.setVisible(!some);
        show(grid, some && !drawn);
        show(curtain, some && drawn);
        if (some && drawn) {
            curtain.focusHandle();
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        switch (event.getCharacter()) {
            case "+" -> grid.zoom(CanvasView::zoomIn);
            case "-" -> grid.zoom(CanvasView::zoomOut);
            case "0" -> grid.zoom(CanvasView::fit);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
        }
    }
}
