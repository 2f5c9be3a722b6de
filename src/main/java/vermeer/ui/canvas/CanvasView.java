package vermeer.ui.canvas;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import vermeer.image.Region;

/** Draws the picture, the map over it, and marks what the network does not see; zooms and pans. */
final class CanvasView extends Pane {
    private static final double STEP = 1.25;
    private static final double PIXELS_SHOWN_FROM = 4;
    private static final Color UNSEEN = Color.rgb(16, 18, 24, 0.55);
    private static final Color EDGE = Color.rgb(255, 255, 255, 0.85);
    private static final Color HATCH_COLOUR = Color.rgb(255, 255, 255, 0.13);
    private static final double HATCH = 9;

    private final Canvas canvas = new Canvas();
    private Image picture;
    private Image overlay;
    private Region seen;
    private double opacity = 1;
    private boolean overlayShown = true;
    private boolean peeking;
    private Viewport viewport = new Viewport(1, 0, 0);
    private boolean fitted = true;
    private double pictureWidth;
    private double pictureHeight;
    private double dragX;
    private double dragY;
    private Runnable onViewport = () -> {};

    CanvasView() {
        getStyleClass().add("canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        getChildren().add(canvas);
        widthProperty().subscribe(width -> resized());
        heightProperty().subscribe(height -> resized());
        setOnScroll(this::scrolled);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(released -> setCursor(Cursor.DEFAULT));
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    /** Told when zoom or pan changed. */
    void onViewport(Runnable action) {
        onViewport = action;
    }

    /** Shows a picture; its size is that of the original even where the image has fewer pixels. */
    void showPicture(Image image, double width, double height) {
        boolean sameSize = picture != null && width == pictureWidth && height == pictureHeight;
        picture = image;
        pictureWidth = width;
        pictureHeight = height;
        if (!sameSize || fitted) {
            fit();
        }
        draw();
    }

    /** Marks everything outside of this part of the picture; null for nothing. */
    void showSeen(Region region) {
        seen = region;
        draw();
    }

    /** Lays a map over the seen part; null for none. */
    void showOverlay(Image image) {
        overlay = image;
        draw();
    }

    void showOpacity(double value) {
        opacity = value;
        draw();
    }

    void showOverlay(boolean shown) {
        overlayShown = shown;
        draw();
    }

    Viewport viewport() {
        return viewport;
    }

    void fit() {
        fitted = true;
        move(Viewport.fit(pictureWidth, pictureHeight, getWidth(), getHeight()));
        fitted = true;
    }

    /** One picture pixel on one pixel of the window. */
    void actualSize() {
        move(Viewport.centred(1, pictureWidth, pictureHeight, getWidth(), getHeight()));
    }

    void zoomIn() {
        move(viewport.zoomed(STEP, getWidth() / 2, getHeight() / 2));
    }

    void zoomOut() {
        move(viewport.zoomed(1 / STEP, getWidth() / 2, getHeight() / 2));
    }

    private void move(Viewport to) {
        fitted = false;
        viewport = to.kept(pictureWidth, pictureHeight, getWidth(), getHeight());
        draw();
        onViewport.run();
    }

    private void resized() {
        if (fitted) {
            fit();
        } else {
            move(viewport);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (picture != null && event.getDeltaY() != 0) {
            move(viewport.zoomed(Math.exp(event.getDeltaY() / 200), event.getX(), event.getY()));
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            if (fitted) {
                move(viewport.zoomed(1 / viewport.scale(), event.getX(), event.getY()));
            } else {
                fit();
            }
        }
    }

    private void dragged(MouseEvent event) {
        if (picture != null) {
            setCursor(Cursor.CLOSED_HAND);
            move(viewport.panned(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        }
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
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (picture == null) {
            return;
        }
        g.setImageSmoothing(viewport.scale() < PIXELS_SHOWN_FROM);
        double x = Math.round(viewport.x());
        double y = Math.round(viewport.y());
        g.drawImage(picture, x, y, pictureWidth * viewport.scale(), pictureHeight * viewport.scale());
        if (seen != null && !peeking) {
            drawMap(g, x, y);
        }
    }

    private void drawMap(GraphicsContext g, double x, double y) {
        double scale = viewport.scale();
        double left = x + scale * seen.x();
        double top = y + scale * seen.y();
        double width = scale * seen.width();
        double height = scale * seen.height();
        if (overlay != null && overlayShown) {
            g.save();
            g.beginPath();
            g.rect(x, y, pictureWidth * scale, pictureHeight * scale);
            g.clip();
            g.setImageSmoothing(true);
            g.setGlobalAlpha(opacity);
            g.drawImage(overlay, left, top, width, height);
            g.restore();
        }
        drawUnseen(g, x, y, new double[] {left, top, width, height});
    }

    private void drawUnseen(GraphicsContext g, double x, double y, double[] part) {
        double left = Math.round(x);
        double top = Math.round(y);
        double right = Math.round(x + pictureWidth * viewport.scale());
        double bottom = Math.round(y + pictureHeight * viewport.scale());
        double partLeft = Math.max(left, Math.round(part[0]));
        double partTop = Math.max(top, Math.round(part[1]));
        double partRight = Math.min(right, Math.round(part[0] + part[2]));
        double partBottom = Math.min(bottom, Math.round(part[1] + part[3]));
        if (partLeft <= left && partTop <= top && partRight >= right && partBottom >= bottom) {
            return;
        }
        veil(g, left, top, partLeft, bottom);
        veil(g, partRight, top, right, bottom);
        veil(g, partLeft, top, partRight, partTop);
        veil(g, partLeft, partBottom, partRight, bottom);
        g.setStroke(EDGE);
        g.setLineWidth(1);
        g.setLineDashes(5, 4);
        g.strokeRect(partLeft + 0.5, partTop + 0.5, partRight - partLeft - 1, partBottom - partTop - 1);
        g.setLineDashes();
    }

    /** Hatches a rectangle that the network does not see, and says so where there is room; whole pixels leave no seams. */
    private static void veil(GraphicsContext g, double left, double top, double right, double bottom) {
        if (right <= left || bottom <= top) {
            return;
        }
        g.save();
        g.beginPath();
        g.rect(left, top, right - left, bottom - top);
        g.clip();
        g.setFill(UNSEEN);
        g.fillRect(left, top, right - left, bottom - top);
        g.setStroke(HATCH_COLOUR);
        g.setLineWidth(1);
        double first = Math.floor((left + top) / HATCH) * HATCH;
        for (double sum = first; sum < right + bottom; sum += HATCH) {
            g.strokeLine(sum - top, top, sum - bottom, bottom);
        }
        g.restore();
        writeUnseen(g, left, top, right - left, bottom - top);
    }

    private static void writeUnseen(GraphicsContext g, double left, double top, double width, double height) {
        if (Math.min(width, height) < 18 || Math.max(width, height) < 70) {
            return;
        }
        g.save();
        g.setFill(Color.rgb(255, 255, 255, 0.9));
        g.setFont(Font.font(11.5));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.translate(left + width / 2, top + height / 2);
        if (width < 70) {
            g.rotate(-90);
        }
        g.fillText("not seen", 0, 0);
        g.restore();
    }
}
