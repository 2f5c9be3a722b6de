package vermeer.ui.canvas;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.control.FxImage;
import vermeer.ui.investigation.ShownMap;

/** The canvas between its title line and its legend. */
public final class CanvasPane extends BorderPane {
    private final CanvasViewModel model;
    private final CanvasView canvas = new CanvasView();
    private final LatestJob converting;

    public CanvasPane(CanvasViewModel model) {
        this.model = model;
        this.converting = new LatestJob(model.runner());
        getStyleClass().add("canvas-pane");
        setTop(new MapTitleBar(model));
        ZoomControls zoom = new ZoomControls(canvas);
        StackPane.setAlignment(zoom, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(zoom, new Insets(10));
        setCenter(new StackPane(canvas, zoom));
        setMinWidth(340);
        VBox legend = new VBox(new LegendView(model), new CanvasControls(model));
        legend.getStyleClass().add("legend");
        setBottom(legend);
        model.pictureProperty().subscribe(this::showPicture);
        model.seenProperty().subscribe(canvas::showSeen);
        model.layerProperty()
                .subscribe(layer -> canvas.showOverlay(
                        layer == null ? null : FxImage.image(layer.width(), layer.height(), layer.argb())));
        model.opacityProperty().subscribe(value -> canvas.showOpacity(value.doubleValue()));
        model.overlayShownProperty().subscribe(shown -> canvas.showOverlay(shown.booleanValue()));
        model.mapProperty().subscribe(map -> canvas.setAccessibleText(description(map)));
    }

    /** Turns the picture into an image away from this thread; big ones take longer than a frame. */
    private void showPicture(Picture picture) {
        if (picture == null) {
            return;
        }
        converting.submit(new JobRequest<WritableImage>(
                "Show the picture",
                Lane.IO,
                progress -> FxImage.image(picture),
                image -> canvas.showPicture(image, picture.width(), picture.height()),
                failure -> {}));
    }

    private String description(ShownMap map) {
        return map == null
                ? "The picture, without a map"
                : model.titleProperty().get().line() + ", values from "
                        + ColourBar.number(map.map().min()) + " to "
                        + ColourBar.number(map.map().max());
    }

    public void zoomIn() {
        canvas.zoomIn();
    }

    public void zoomOut() {
        canvas.zoomOut();
    }

    public void fit() {
        canvas.fit();
    }

    public void actualSize() {
        canvas.actualSize();
    }
}
