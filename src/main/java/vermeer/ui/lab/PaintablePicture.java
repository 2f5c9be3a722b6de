package vermeer.ui.lab;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/** A picture that is painted on with a round brush while the brush is taken up. */
final class PaintablePicture extends FittedPicture {

    /** Told each dab, in the picture's pixels. */
    @FunctionalInterface
    interface Painting {
        void paint(double x, double y, double radius);
    }

    private final BooleanProperty brush = new SimpleBooleanProperty();
    private final DoubleProperty radius = new SimpleDoubleProperty(24);
    private final Circle ring = new Circle();
    private final Painting painting;

    PaintablePicture(Painting painting) {
        this.painting = painting;
        setId("corrupted-picture");
        ring.getStyleClass().add("brush-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        ring.setVisible(false);
        getChildren().add(ring);
        // without it a large ring at the edge makes the picture catch the clicks on the buttons beside it
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
        brush.subscribe(taken -> setCursor(taken ? Cursor.CROSSHAIR : Cursor.DEFAULT));
        setOnMousePressed(this::dab);
        setOnMouseDragged(event -> {
            follow(event);
            dab(event);
        });
        setOnMouseMoved(this::follow);
        setOnMouseExited(event -> ring.setVisible(false));
    }

    /** Whether the mouse paints. */
    BooleanProperty brushProperty() {
        return brush;
    }

    /** The brush's radius in the picture's pixels. */
    DoubleProperty radiusProperty() {
        return radius;
    }

    private void follow(MouseEvent event) {
        ring.setVisible(brush.get() && scale() > 0);
        ring.setCenterX(event.getX());
        ring.setCenterY(event.getY());
        ring.setRadius(radius.get() * scale());
    }

    private void dab(MouseEvent event) {
        if (brush.get() && scale() > 0) {
            painting.paint(
                    (event.getX() - view().getLayoutX()) / scale(),
                    (event.getY() - view().getLayoutY()) / scale(),
                    radius.get());
        }
    }
}
