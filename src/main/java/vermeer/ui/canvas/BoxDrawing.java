package vermeer.ui.canvas;

import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import vermeer.image.Region;

/** A box that the user draws by dragging, kept inside the picture. */
final class BoxDrawing {
    private Consumer<Region> onDrawn = box -> {};
    private boolean active;
    private boolean drawing;
    private double startX;
    private double startY;

    void onDrawn(Consumer<Region> action) {
        onDrawn = action;
    }

    void active(boolean now) {
        active = now;
    }

    boolean active() {
        return active;
    }

    boolean drawing() {
        return drawing;
    }

    boolean begins(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && (active || event.isShiftDown());
    }

    void press(MouseEvent event, Viewport viewport, PictureDrawing picture) {
        drawing = true;
        startX = within(viewport.toPictureX(event.getX()), picture.width());
        startY = within(viewport.toPictureY(event.getY()), picture.height());
    }

    void drag(MouseEvent event, Viewport viewport, PictureDrawing picture) {
        double x = within(viewport.toPictureX(event.getX()), picture.width());
        double y = within(viewport.toPictureY(event.getY()), picture.height());
        Region box = new Region(Math.min(x, startX), Math.min(y, startY), Math.abs(x - startX), Math.abs(y - startY));
        if (box.width() > 0 && box.height() > 0) {
            onDrawn.accept(box);
        }
    }

    void release() {
        drawing = false;
    }

    private static double within(double place, double length) {
        return Math.max(0, Math.min(length, place));
    }
}
