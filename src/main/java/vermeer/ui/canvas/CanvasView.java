package vermeer.ui.canvas;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import vermeer.image.Region;

/** Shows a picture with its map; zooms and pans, and lets a box be drawn. */
public final class CanvasView extends Pane {
    private static final double STEP = 1.25;

    private final Canvas canvas = new Canvas();
    private final PictureDrawing drawing = new PictureDrawing();
    private final BoxDrawing box = new BoxDrawing();
    private boolean peeking;
    private Viewport viewport = new Viewport(1, 0, 0);
    private boolean fitted = true;
    private Region home;
    private double dragX;
    private double dragY;
    private Outlook held = Outlook.WHOLE;
    private Predicate<ScrollEvent> wheelZooms = event -> true;
    private Runnable onViewport = () -> {};
    private Runnable onMoved = () -> {};

    public CanvasView() {
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        getChildren().add(canvas);
        widthProperty().subscribe(width -> follow(held));
        heightProperty().subscribe(height -> follow(held));
        setOnScroll(this::scrolled);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    /** Told when what is in sight has changed. */
    void onViewport(Runnable action) {
        onViewport = action;
    }

    /** Told when the user has zoomed or panned. */
    public void onMoved(Runnable action) {
        onMoved = action;
    }

    /** Leaves turns of the wheel that do not zoom to whatever lies around this view. */
    public void zoomByWheel(Predicate<ScrollEvent> zooms) {
        wheelZooms = zooms;
    }

    /** Told of the boxes that the user draws, in pixels of the shown picture. */
    void onBox(Consumer<Region> action) {
        box.onDrawn(action);
    }

    /** Whether dragging draws a box instead of moving the picture; with the shift key it always does. */
    void drawBoxes(boolean now) {
        box.active(now);
        setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    }

    /** Shows a picture; its size is that of the original even where the image has fewer pixels. */
    public void showPicture(Image image, double width, double height) {
        boolean sameSize = !drawing.empty() && width == drawing.width() && height == drawing.height();
        drawing.picture(image, width, height);
        if (!sameSize || fitted) {
            follow(Outlook.WHOLE);
        }
        draw();
    }

    /** Takes this part of the picture for what is shown at first, instead of all of it. */
    public void showHome(Region region) {
        home = region;
        follow(held);
    }

    private Region home() {
        return home == null ? new Region(0, 0, drawing.width(), drawing.height()) : home;
    }

    /** Marks everything outside of this part of the picture; null for nothing. */
    public void showSeen(Region region) {
        drawing.seen(region);
        draw();
    }

    /** Lays a map over the seen part; null for none. */
    public void showOverlay(Image image) {
        drawing.overlay(image);
        draw();
    }

    public void showOpacity(double value) {
        drawing.opacity(value);
        draw();
    }

    public void showOverlay(boolean shown) {
        drawing.overlayShown(shown);
        draw();
    }

    /** Draws boxes over everything else. */
    void showBoxes(List<DrawnBox> boxes) {
        drawing.boxes(boxes);
        draw();
    }

    Viewport viewport() {
        return viewport;
    }

    /** What is in sight, apart from the sizes of picture and view. */
    public Outlook outlook() {
        return Outlook.of(viewport, home(), getWidth(), getHeight());
    }

    /** Shows what another view has in sight; nobody is told. */
    public void follow(Outlook outlook) {
        held = outlook;
        fitted = outlook.whole();
        viewport = outlook.viewport(home(), getWidth(), getHeight())
                .kept(drawing.width(), drawing.height(), getWidth(), getHeight());
        draw();
        onViewport.run();
    }

    public void fit() {
        follow(Outlook.WHOLE);
        onMoved.run();
    }

    /** One picture pixel on one pixel of the window. */
    public void actualSize() {
        move(Viewport.centred(1, drawing.width(), drawing.height(), getWidth(), getHeight()));
    }

    public void zoomIn() {
        move(viewport.zoomed(STEP, getWidth() / 2, getHeight() / 2));
    }

    public void zoomOut() {
        move(viewport.zoomed(1 / STEP, getWidth() / 2, getHeight() / 2));
    }

    private void move(Viewport to) {
        fitted = false;
        viewport = to.kept(drawing.width(), drawing.height(), getWidth(), getHeight());
        held = outlook();
        draw();
        onViewport.run();
        onMoved.run();
    }

    private void scrolled(ScrollEvent event) {
        if (!wheelZooms.test(event)) {
            return;
        }
        if (!drawing.empty() && event.getDeltaY() != 0) {
            move(viewport.zoomed(Math.exp(event.getDeltaY() / 200), event.getX(), event.getY()));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        if (!drawing.empty() && box.begins(event)) {
            box.press(event, viewport, drawing);
        } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            if (fitted) {
                move(viewport.zoomed(1 / viewport.scale(), event.getX(), event.getY()));
            } else {
                fit();
            }
        }
    }

    private void dragged(MouseEvent event) {
        if (box.drawing()) {
            box.drag(event, viewport, drawing);
        } else if (!drawing.empty()) {
            setCursor(Cursor.CLOSED_HAND);
            move(viewport.panned(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        }
    }

    private void released(MouseEvent event) {
        box.release();
        drawBoxes(box.active());
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double pan = 40;
        switch (event.getCode()) {
            case LEFT -> move(viewport.panned(pan, 0));
            case RIGHT -> move(viewport.panned(-pan, 0));
            case UP -> move(viewport.panned(0, pan));
            case DOWN -> move(viewport.panned(0, -pan));
            case SPACE -> peek(true);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keyReleased(KeyEvent event) {
        if (peeking) {
            peek(false);
            event.consume();
        }
    }

    private void peek(boolean bare) {
        peeking = bare;
        draw();
    }

    private void draw() {
        drawing.draw(canvas.getGraphicsContext2D(), viewport, peeking);
    }
}
