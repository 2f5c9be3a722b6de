package vermeer.ui.compare;

import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.canvas.MapLayer;
import vermeer.ui.canvas.Outlook;
import vermeer.ui.control.FxImage;

/** One side of the curtain: a cell's map, or the bare picture, and in a corner what it is. */
final class CurtainSide {
    private static final double LEGEND_WIDTH = 210;

    private final CompareViewModel model;
    private final PictureImages images;
    private final Supplier<Outlook> outlook;
    private final CanvasView canvas = new CanvasView();
    private final Label name = new Label();
    private final LegendBar bar = new LegendBar();
    private final VBox legend = new VBox(4, name, bar);
    private Subscription shown = Subscription.EMPTY;

    CurtainSide(
            CompareViewModel model, ObjectProperty<GridCell> side, PictureImages images, Supplier<Outlook> outlook) {
        this.model = model;
        this.images = images;
        this.outlook = outlook;
        name.getStyleClass().add("cell-name");
        name.setMinWidth(0);
        legend.getStyleClass().add("curtain-legend");
        legend.setMaxSize(LEGEND_WIDTH, VBox.USE_PREF_SIZE);
        legend.setMouseTransparent(true);
        side.subscribe(this::show);
        model.curtain().openProperty().subscribe(open -> show(side.get()));
        model.workbench().canvas().opacityProperty().subscribe(value -> canvas.showOpacity(value.doubleValue()));
    }

    CanvasView canvas() {
        return canvas;
    }

    VBox legend() {
        return legend;
    }

    private void show(GridCell cell) {
        shown.unsubscribe();
        GridColumn column = model.curtain().column(cell);
        name.setText(cell == null ? "The picture alone" : cell.name());
        shown = column == null ? Subscription.EMPTY : column.answerProperty().subscribe(this::showPicture);
        if (cell == null) {
            showLayer(null);
        } else {
            shown = shown.and(cell.layerProperty().subscribe(this::showLayer));
        }
    }

    private void showPicture(Answer answer) {
        if (answer != null) {
            canvas.showPicture(images.of(answer.prediction().picture()), answer.width(), answer.height());
            canvas.showHome(answer.prediction().input().region());
            canvas.showSeen(answer.prediction().input().region());
            canvas.follow(outlook.get());
        }
    }

    private void showLayer(MapLayer layer) {
        canvas.showOverlay(layer == null ? null : FxImage.image(layer.width(), layer.height(), layer.argb()));
        bar.show(
                layer == null ? null : layer.legend(),
                model.grid().scaleProperty().get().note());
        bar.setManaged(layer != null);
    }
}
