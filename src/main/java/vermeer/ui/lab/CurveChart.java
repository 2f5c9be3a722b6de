package vermeer.ui.lab;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import vermeer.attack.EpsilonCurve;
import vermeer.evaluation.Interval;

/** Accuracy by epsilon as a line with its confidence band; epsilons stand at equal distances. */
final class CurveChart extends Region {
    private static final double LEFT = 52;
    private static final double BOTTOM = 44;
    private static final double TOP = 10;
    private static final double RIGHT = 20;
    private static final int LINES = 4;

    private EpsilonCurve curve;

    CurveChart() {
        getStyleClass().add("curve-chart");
        setMinSize(280, 200);
        setPrefSize(640, 360);
    }

    void show(EpsilonCurve shown) {
        curve = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        for (int i = 0; i <= LINES; i++) {
            double share = (double) i / LINES;
            Line line = new Line(LEFT, y(share), getWidth() - RIGHT, y(share));
            line.getStyleClass().add("grid");
            getChildren().add(line);
            text(String.format(Locale.ROOT, "%.0f %%", 100 * share), 4, y(share) - 9);
        }
        text("Epsilon in levels of 8 bits", LEFT + (getWidth() - LEFT - RIGHT) / 2 - 80, getHeight() - 20);
        if (curve != null) {
            draw(curve.points());
        }
    }

    private void draw(List<EpsilonCurve.Point> points) {
        Polygon band = new Polygon();
        band.getStyleClass().add("band");
        Polyline line = new Polyline();
        line.getStyleClass().add("line");
        getChildren().addAll(band, line);
        for (int i = 0; i < points.size(); i++) {
            Interval accuracy = points.get(i).accuracy();
            text(
                    CorruptionViewModel.plain(points.get(i).epsilon()),
                    x(i, points.size()) - 10,
                    getHeight() - BOTTOM + 4);
            if (accuracy.known()) {
                line.getPoints().addAll(x(i, points.size()), y(accuracy.value()));
                band.getPoints().addAll(x(i, points.size()), y(accuracy.high()));
                getChildren().add(point(points.get(i), x(i, points.size())));
            }
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Interval accuracy = points.get(i).accuracy();
            if (accuracy.known()) {
                band.getPoints().addAll(x(i, points.size()), y(accuracy.low()));
            }
        }
    }

    private Circle point(EpsilonCurve.Point point, double x) {
        Circle dot = new Circle(x, y(point.accuracy().value()), 5);
        dot.getStyleClass().add("dot");
        Tooltip.install(
                dot,
                new Tooltip("Epsilon " + CorruptionViewModel.plain(point.epsilon()) + ": "
                        + point.accuracy().percent() + " keep their answer"));
        return dot;
    }

    private void text(String text, double x, double y) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        getChildren().add(label);
        label.autosize();
        label.relocate(x, y);
    }

    private double x(int index, int count) {
        return LEFT + (getWidth() - LEFT - RIGHT) * (index + 0.5) / count;
    }

    private double y(double share) {
        return TOP + (getHeight() - TOP - BOTTOM) * (1 - share);
    }
}
