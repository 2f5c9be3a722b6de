package vermeer.ui.canvas;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import vermeer.image.Region;

/** Draws a picture, the map over it, what the network does not see, and boxes. */
final class PictureDrawing {
    private static final double PIXELS_SHOWN_FROM = 4;
    private static final Color UNSEEN = Color.rgb(16, 18, 24, 0.55);
    private static final Color EDGE = Color.rgb(255, 255, 255, 0.85);
    private static final Color HATCH_COLOUR = Color.rgb(255, 255, 255, 0.13);
    private static final double HATCH = 9;

    private Image picture;
    private double pictureWidth;
    private double pictureHeight;
    private Image overlay;
    private Region seen;
    private double opacity = 1;
    private boolean overlayShown = true;
    private List<DrawnBox> boxes = List.of();

    /** @param width of the original, also where the image has fewer pixels */
    void picture(Image image, double width, double height) {
        picture = image;
        pictureWidth = width;
        pictureHeight = height;
    }

    boolean empty() {
        return picture == null;
    }

    double width() {
        return pictureWidth;
    }

    double height() {
        return pictureHeight;
    }

    void overlay(Image image) {
        overlay = image;
    }

    void overlayShown(boolean shown) {
        overlayShown = shown;
    }

    void seen(Region region) {
        seen = region;
    }

    void opacity(double value) {
        opacity = value;
    }

    void boxes(List<DrawnBox> drawn) {
        boxes = List.copyOf(drawn);
    }

    /** @param bare whether the picture is drawn alone */
    void draw(GraphicsContext g, Viewport viewport, boolean bare) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        if (picture == null) {
            return;
        }
        g.setImageSmoothing(viewport.scale() < PIXELS_SHOWN_FROM);
        double x = Math.round(viewport.x());
        double y = Math.round(viewport.y());
        g.drawImage(picture, x, y, pictureWidth * viewport.scale(), pictureHeight * viewport.scale());
        if (seen != null && !bare) {
            drawMap(g, viewport, x, y);
        }
        if (!bare) {
            boxes.forEach(box -> box.draw(g, viewport));
        }
    }

    private void drawMap(GraphicsContext g, Viewport viewport, double x, double y) {
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
        drawUnseen(g, viewport, x, y, new double[] {left, top, width, height});
    }

    private void drawUnseen(GraphicsContext g, Viewport viewport, double x, double y, double[] part) {
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
