package vermeer.ui.tuning.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** A small diagram with two labelled axes, drawn anew whenever its size changes; colours are the style sheet's. */
public final class Plot extends Pane {
    private static final double LEFT = 60;
    private static final double BOTTOM = 36;
    private static final double TOP = 8;
    private static final double RIGHT = 12;

    private final Axis across;
    private final Axis up;
    private final List<Runnable> marks = new ArrayList<>();

    /**
     * An axis.
     *
     * @param title what it shows
     * @param low the value at its start
     * @param high the value at its end
     * @param logarithmic whether equal steps are equal factors; then {@code low} is above 0
     * @param ticks values that are named
     * @param name what a value is called
     */
    public record Axis(
            String title,
            double low,
            double high,
            boolean logarithmic,
            List<Double> ticks,
            DoubleFunction<String> name) {

        double share(double value) {
            return logarithmic
                    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                    : (value - low) / (high - low);
        }
    }

    public Plot(Axis across, Axis up) {
        this.across = across;
        this.up = up;
        getStyleClass().add("plot");
        setMinSize(180, 140);
    }

    /** Dots at these places. */
    public Plot dots(double[] x, double[] y, String style) {
        marks.add(() -> {
            for (int i = 0; i < x.length; i++) {
                add(new Circle(x(x[i]), y(y[i]), 3.5), style);
            }
        });
        return this;
    }

    /** A line through these places. */
    public Plot line(double[] x, double[] y, String style) {
        marks.add(() -> {
            Polyline line = new Polyline();
            for (int i = 0; i < x.length; i++) {
                line.getPoints().addAll(x(x[i]), y(y[i]));
            }
            add(line, style);
        });
        return this;
    }

    /** The area between two lines. */
    public Plot band(double[] x, double[] low, double[] high, String style) {
        marks.add(() -> {
            Polygon band = new Polygon();
            for (int i = 0; i < x.length; i++) {
                band.getPoints().addAll(x(x[i]), y(low[i]));
            }
            for (int i = x.length - 1; i >= 0; i--) {
                band.getPoints().addAll(x(x[i]), y(high[i]));
            }
            add(band, style);
        });
        return this;
    }

    /** An upright line from {@code low} to {@code high}. */
    public Plot whisker(double x, double low, double high, String style) {
        marks.add(() -> add(new Line(x(x), y(low), x(x), y(high)), style));
        return this;
    }

    /** A bar from the ground to a height. */
    public Plot bar(double from, double to, double height, String style) {
        marks.add(() -> add(
                new Rectangle(
                        x(from) + 1, y(height), Math.max(1, x(to) - x(from) - 2), Math.max(0, y(up.low()) - y(height))),
                style));
        return this;
    }

    /** Tells which of these places is nearest to the mouse while it is over the diagram. */
    public Plot pointing(double[] x, double[] y, IntConsumer told) {
        setOnMouseMoved(moved -> {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                double away = Math.hypot(x(x[i]) - moved.getX(), y(y[i]) - moved.getY());
                nearest = away < least ? i : nearest;
                least = Math.min(least, away);
            }
            if (x.length > 0) {
                told.accept(nearest);
            }
        });
        return this;
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        for (double tick : up.ticks()) {
            add(new Line(LEFT, y(tick), getWidth() - RIGHT, y(tick)), "plot-grid");
            Text name = text(up.name().apply(tick), "plot-number");
            name.setTextOrigin(VPos.CENTER);
            name.relocate(
                    LEFT - 6 - name.getLayoutBounds().getWidth(),
                    y(tick) - name.getLayoutBounds().getHeight() / 2);
        }
        for (double tick : across.ticks()) {
            Text name = text(across.name().apply(tick), "plot-number");
            name.relocate(x(tick) - name.getLayoutBounds().getWidth() / 2, getHeight() - BOTTOM + 3);
        }
        marks.forEach(Runnable::run);
        add(new Line(LEFT, getHeight() - BOTTOM, getWidth() - RIGHT, getHeight() - BOTTOM), "plot-axis");
        Text title = text(across.title(), "plot-title");
        title.relocate(
                (LEFT + getWidth() - RIGHT - title.getLayoutBounds().getWidth()) / 2,
                getHeight() - title.getLayoutBounds().getHeight() - 1);
        Text side = text(up.title(), "plot-title");
        side.setRotate(-90);
        side.relocate(
                7 - side.getLayoutBounds().getWidth() / 2,
                (getHeight() - BOTTOM + TOP) / 2 - side.getLayoutBounds().getHeight() / 2);
    }

    private Text text(String words, String style) {
        Text text = new Text(words);
        add(text, style);
        text.applyCss();
        return text;
    }

    private void add(Node node, String style) {
        node.getStyleClass().add(style);
        node.setManaged(false);
        getChildren().add(node);
    }

    private double x(double value) {
        return LEFT + clipped(across.share(value)) * Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double y(double value) {
        return getHeight() - BOTTOM - clipped(up.share(value)) * Math.max(1, getHeight() - BOTTOM - TOP);
    }

    private static double clipped(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
