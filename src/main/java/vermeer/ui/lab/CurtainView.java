package vermeer.ui.lab;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import vermeer.image.Picture;
import vermeer.ui.control.FxImage;

/** The picture before and after, one behind the other; a curtain between the two is drawn by hand or arrow keys. */
final class CurtainView extends FittedPicture {
    private static final double STEP = 0.05;
    private static final double GRIP = 3;

    private final ImageView after = new ImageView();
    private final Rectangle open = new Rectangle();
    private final Region rail = new Region();
    private final Label left = new Label("Before");
    private final Label right = new Label("After");
    private final DoubleProperty place = new SimpleDoubleProperty(0.5);

    CurtainView() {
        setId("curtain");
        getStyleClass().add("curtain");
        after.setPreserveRatio(true);
        after.setClip(open);
        rail.getStyleClass().add("rail");
        rail.setMouseTransparent(true);
        left.getStyleClass().add("curtain-label");
        right.getStyleClass().add("curtain-label");
        getChildren().addAll(after, rail, left, right);
        setCursor(Cursor.H_RESIZE);
        setFocusTraversable(true);
        setAccessibleText("Before and after; the arrow keys draw the curtain");
        setOnMousePressed(event -> draw(event.getX()));
        setOnMouseDragged(event -> draw(event.getX()));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                double by = event.getCode() == KeyCode.LEFT ? -STEP : STEP;
                place.set(Math.max(0, Math.min(1, place.get() + by)));
                event.consume();
            }
        });
        place.subscribe(moved -> requestLayout());
    }

    void show(Picture before, Picture changed) {
        after.setImage(FxImage.image(changed));
        show(before);
    }

    /** Where the curtain is, from the picture's left edge (0) to its right one (1). */
    DoubleProperty placeProperty() {
        return place;
    }

    private void draw(double x) {
        requestFocus();
        double width = view().getFitWidth();
        place.set(Math.max(0, Math.min(1, (x - view().getLayoutX()) / width)));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = view().getFitWidth();
        double height = view().getFitHeight();
        double x = view().getLayoutX();
        double y = view().getLayoutY();
        after.setFitWidth(width);
        after.setFitHeight(height);
        after.relocate(x, y);
        open.setX(place.get() * width);
        open.setWidth((1 - place.get()) * width);
        open.setHeight(height);
        rail.resizeRelocate(x + place.get() * width - GRIP / 2, y, GRIP, height);
        left.autosize();
        right.autosize();
        left.relocate(x + 8, y + 8);
        right.relocate(x + width - right.getWidth() - 8, y + 8);
    }
}
