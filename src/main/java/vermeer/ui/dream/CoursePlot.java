package vermeer.ui.dream;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import vermeer.dream.Frame;

/** How the objective went, as a line, with its first and its last value. */
final class CoursePlot extends VBox {
    private static final double HEIGHT = 64;

    private final Label range = new Label();
    private final Canvas canvas = new Canvas(10, HEIGHT);
    private List<Frame> shown = List.of();
    private int steps = 2;

    CoursePlot() {
        getStyleClass().add("course");
        Label title = new Label("Objective");
        title.getStyleClass().add("quiet");
        range.getStyleClass().add("quiet");
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        Pane area = new Pane(canvas);
        area.setMinHeight(HEIGHT);
        area.setPrefHeight(HEIGHT);
        area.widthProperty().subscribe(width -> {
            canvas.setWidth(Math.max(1, width.doubleValue()));
            draw();
        });
        getChildren().addAll(new HBox(title, space, range), area);
    }

    /** @param finished whether no further step comes */
    void show(List<Frame> frames, boolean finished) {
        shown = frames;
        steps = frames.isEmpty()
                ? 2
                : finished
                        ? frames.get(frames.size() - 1).step()
                        : frames.get(0).steps();
        range.setText(
                frames.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%.3g to %.3g",
                                frames.get(0).objective(),
                                frames.get(frames.size() - 1).objective()));
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        if (shown.size() < 2) {
            return;
        }
        double low = shown.stream().mapToDouble(Frame::objective).min().orElse(0);
        double high = shown.stream().mapToDouble(Frame::objective).max().orElse(1);
        pen.setStroke(Color.web("#2f81f7"));
        pen.setLineWidth(1.8);
        pen.beginPath();
        for (Frame frame : shown) {
            double x = 2 + (canvas.getWidth() - 4) * (frame.step() - 1) / Math.max(1, steps - 1);
            double y = 3 + (HEIGHT - 6) * (high == low ? 0.5 : (high - frame.objective()) / (high - low));
            pen.lineTo(x, y);
        }
        pen.stroke();
    }
}
