package vermeer.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.trust.MarkedPlaces.Found;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.ShownMap;

/** The canvas between its title line and its legend. */
public final class CanvasPane extends BorderPane {
    private static final long CONVERTED_AT_ONCE = 1 << 20;

    private final CanvasViewModel model;
    private final CanvasView canvas = new CanvasView();
    private final LatestJob converting;

    public CanvasPane(CanvasViewModel model) {
        this.model = model;
        this.converting = new LatestJob(model.runner());
        getStyleClass().add("canvas-pane");
        VBox top = new VBox(new MapTitleBar(model));
        setTop(top);
        ZoomControls zoom = new ZoomControls(canvas);
        StackPane.setAlignment(zoom, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(zoom, new Insets(10));
        canvas.setId("canvas");
        setCenter(new StackPane(canvas, zoom));
        setMinWidth(380);
        VBox legend = new VBox(new LegendView(model), new CanvasControls(model));
        legend.getStyleClass().add("legend");
        setBottom(legend);
        model.pictureProperty().subscribe(this::showPicture);
        model.seenProperty().subscribe(canvas::showSeen);
        model.layerProperty()
                .subscribe(layer -> canvas.showOverlay(
                        layer == null ? null : FxImage.image(layer.width(), layer.height(), layer.argb())));
        canvas.onMoved(() -> model.outlookProperty().set(canvas.outlook()));
        model.outlookProperty().subscribe(outlook -> look());
        model.opacityProperty().subscribe(value -> canvas.showOpacity(value.doubleValue()));
        model.overlayShownProperty().subscribe(shown -> canvas.showOverlay(shown.booleanValue()));
        RegionsViewModel regions = model.regions();
        // made when there is first something to say
        regions.shownProperty().subscribe(shown -> addRegions(top, shown));
        regions.drawingProperty().subscribe(drawing -> addRegions(top, drawing));
        regions.boxProperty().subscribe(box -> addRegions(top, box != null));
        regions.drawingProperty().subscribe(canvas::drawBoxes);
        regions.regionsProperty().subscribe(found -> showBoxes());
        regions.boxProperty().subscribe(box -> showBoxes());
        model.seenProperty().subscribe(seen -> showBoxes());
        canvas.onBox(drawn -> {
            if (model.frame() != null) {
                regions.boxProperty().set(model.frame().toOriginal(drawn));
            }
        });
        model.mapProperty().subscribe(map -> canvas.setAccessibleText(description(map)));
    }

    /** Turns the picture into an image; big ones away from this thread, because they take longer than a frame. */
    private void showPicture(Picture picture) {
        if (picture == null) {
            return;
        }
        if ((long) picture.width() * picture.height() <= CONVERTED_AT_ONCE) {
            converting.cancel();
            show(FxImage.image(picture), picture);
            return;
        }
        converting.submit(new JobRequest<WritableImage>(
                "Show the picture",
                Lane.IO,
                progress -> FxImage.image(picture),
                image -> show(image, picture),
                failure -> {}));
    }

    private void addRegions(VBox top, boolean wanted) {
        if (wanted && top.getChildren().size() == 1) {
            top.getChildren().add(new RegionsBar(model.regions()));
        }
    }

    private void show(WritableImage image, Picture picture) {
        canvas.showPicture(image, picture.width(), picture.height());
        look();
    }

    /** Shows what was asked for where the canvas shows something else, as after another session is opened. */
    private void look() {
        Outlook wanted = model.outlookProperty().get();
        if (!wanted.near(canvas.outlook())) {
            canvas.follow(wanted);
        }
    }

    private void showBoxes() {
        Frame frame = model.frame();
        List<DrawnBox> boxes = new ArrayList<>();
        if (frame != null) {
            List<Found> found = model.regions().regionsProperty().get();
            for (int rank = found.size(); rank > 0; rank--) {
                Found region = found.get(rank - 1);
                boxes.add(
                        new DrawnBox(frame.toShown(region.place()), rank + " · " + Percent.of(region.share()), false));
            }
            Region drawn = model.regions().boxProperty().get();
            if (drawn != null) {
                boxes.add(new DrawnBox(frame.toShown(drawn), "your box", true));
            }
        }
        canvas.showBoxes(boxes);
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
