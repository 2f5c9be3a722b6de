package vermeer.ui.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import vermeer.report.Chart;
import vermeer.report.ChartDrawing;
import vermeer.report.ChartPen;

/** A chart in the window, drawn anew when its width changes. */
final class ChartView extends VBox {
    private static final double SHARE_OF_WIDTH = 0.66;
    private static final double TALLEST = 290;

    ChartView(Chart chart) {
        getStyleClass().add("chart-view");
        Label title = new Label(chart.title());
        title.getStyleClass().add("chart-title");
        getChildren().addAll(title, new Ground(chart));
        if (!chart.note().isEmpty()) {
            Label note = new Label(chart.note());
            note.setWrapText(true);
            note.getStyleClass().add("quiet");
            getChildren().add(note);
        }
        setAccessibleText(chart.title() + ": " + chart.up() + " over " + chart.across());
    }

    /** What the chart is drawn on. */
    private static final class Ground extends Pane {
        private final Chart chart;
        private double drawn;

        Ground(Chart chart) {
            this.chart = chart;
            setMinWidth(240);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(TALLEST, SHARE_OF_WIDTH * (width > 0 ? width : getMinWidth()));
        }

        @Override
        public javafx.geometry.Orientation getContentBias() {
            return javafx.geometry.Orientation.HORIZONTAL;
        }

        @Override
        protected void layoutChildren() {
            if (getWidth() != drawn && getWidth() > 0) {
                drawn = getWidth();
                Pen pen = new Pen();
                try {
                    new ChartDrawing(chart, getWidth(), getHeight()).draw(pen);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
                getChildren().setAll(pen.nodes);
            }
            super.layoutChildren();
        }
    }

    /** Makes a node of each stroke. */
    private static final class Pen implements ChartPen {
        private final List<Node> nodes = new ArrayList<>();

        @Override
        public void rule(double fromX, double fromY, double toX, double toY, boolean axis) {
            Line line = new Line(crisp(fromX), crisp(fromY), crisp(toX), crisp(toY));
            add(line, axis ? "chart-axis" : "chart-grid");
        }

        @Override
        public void line(double[] x, double[] y, Chart.Ink ink, boolean dashed) {
            Polyline line = new Polyline();
            for (int i = 0; i < x.length; i++) {
                line.getPoints().addAll(x[i], y[i]);
            }
            if (dashed) {
                line.getStrokeDashArray().setAll(5.0, 4.0);
            }
            line.getStyleClass().add("chart-line");
            add(line, "ink-" + ink.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void text(String text, double x, double baseline, Align align) {
            Text written = new Text(text);
            written.setTextOrigin(VPos.BASELINE);
            written.setStyle("-fx-font-size: " + ChartDrawing.TEXT + "px");
            add(written, "chart-text");
            // its width is known when its style is
            written.layoutBoundsProperty().subscribe(bounds -> {
                double shift =
                        switch (align) {
                            case START -> 0;
                            case MIDDLE -> bounds.getWidth() / 2;
                            case END -> bounds.getWidth();
                        };
                written.setX(x - shift);
            });
            written.setY(baseline);
        }

        private void add(Node node, String style) {
            node.getStyleClass().add(style);
            node.setManaged(false);
            node.setMouseTransparent(true);
            nodes.add(node);
        }

        private static double crisp(double at) {
            return Math.floor(at) + 0.5;
        }
    }
}
