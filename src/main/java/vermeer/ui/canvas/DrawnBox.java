package vermeer.ui.canvas;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import vermeer.image.Region;

/**
 * A box over a picture, with a word on it.
 *
 * @param place in pixels of the shown picture
 * @param label at its upper left corner; may be empty
 * @param byUser whether the user drew it; such a box is dashed and of another colour
 */
record DrawnBox(Region place, String label, boolean byUser) {
    private static final Color FOUND = Color.rgb(255, 255, 255);
    private static final Color DRAWN = Color.rgb(255, 214, 10);
    private static final Color SHADE = Color.rgb(0, 0, 0, 0.65);
    private static final double TAG_HEIGHT = 17;
    private static final double LETTER = 6.4;

    void draw(GraphicsContext g, Viewport viewport) {
        double left = Math.round(viewport.x() + viewport.scale() * place.x()) + 0.5;
        double top = Math.round(viewport.y() + viewport.scale() * place.y()) + 0.5;
        double width = Math.round(viewport.scale() * place.width());
        double height = Math.round(viewport.scale() * place.height());
        g.save();
        g.setLineDashes();
        g.setStroke(SHADE);
        g.setLineWidth(4);
        g.strokeRect(left, top, width, height);
        g.setStroke(byUser ? DRAWN : FOUND);
        g.setLineWidth(2);
        if (byUser) {
            g.setLineDashes(7, 5);
        }
        g.strokeRect(left, top, width, height);
        if (!label.isEmpty()) {
            drawTag(g, left, top, height);
        }
        g.restore();
    }

    /** The label sits on the box's upper edge, or inside where the view ends above it. */
    private void drawTag(GraphicsContext g, double left, double top, double height) {
        double width = label.length() * LETTER + 10;
        double y = top >= TAG_HEIGHT ? top - TAG_HEIGHT : Math.min(top, Math.max(0, top + height - TAG_HEIGHT));
        g.setFill(byUser ? DRAWN : FOUND);
        g.fillRoundRect(left - 1, y, width, TAG_HEIGHT, 4, 4);
        g.setFill(Color.rgb(20, 22, 28));
        g.setFont(Font.font(11.5));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(label, left - 1 + width / 2, y + TAG_HEIGHT / 2);
    }
}
