package vermeer.ui.tuning.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vermeer.advice.LearningCurve;
import vermeer.advice.LearningCurveText;
import vermeer.ui.tuning.results.Plot;

/** Would more photos help? The learning curve, carried on with its uncertainty. */
final class CurveView extends VBox {
    private static final int STEPS = 40;

    private final Label sentence = new Label();
    private final VBox room = new VBox();

    CurveView(AdviceViewModel model) {
        super(8);
        Label title = new Label("Would more photos help?");
        title.getStyleClass().add("part-title");
        sentence.setWrapText(true);
        sentence.setId("curve-sentence");
        Label note = new Label(
                "Heads on the network's features learnt from ever more of your photos; dots are their errors on dev"
                        + " with 95 % intervals, the thin line the error on the photos they learnt from, the dashed line"
                        + " the trend.");
        note.setWrapText(true);
        note.getStyleClass().add("quiet");
        getChildren().addAll(title, sentence, room, note);
        model.curveProperty().subscribe(this::show);
        model.curveProblemProperty().subscribe(problem -> {
            if (!problem.isEmpty()) {
                sentence.setText(problem);
            }
        });
    }

    private void show(LearningCurve curve) {
        room.getChildren().clear();
        if (curve == null) {
            sentence.setText("Learning from ever more of the photos…");
            return;
        }
        sentence.setText(LearningCurveText.sentence(curve));
        room.getChildren().setAll(plot(curve));
    }

    private static Plot plot(LearningCurve curve) {
        List<LearningCurve.Point> points = curve.points();
        double first = points.get(0).pictures();
        double last = curve.forecasts().get(curve.forecasts().size() - 1).pictures();
        double highest =
                points.stream().mapToDouble(point -> point.error().high()).max().orElse(1);
        Plot.Axis across = new Plot.Axis(
                "photos a class", first, last, true, sizes(curve), each -> Long.toString(Math.round(each)));
        double step = highest > 0.4 ? 0.2 : highest > 0.16 ? 0.1 : highest > 0.08 ? 0.04 : 0.02;
        List<Double> ticks = IntStream.rangeClosed(0, (int) Math.ceil(highest / step))
                .mapToObj(i -> i * step)
                .toList();
        Plot.Axis up = new Plot.Axis(
                "error", 0, ticks.get(ticks.size() - 1), false, ticks, each -> Math.round(100 * each) + " %");
        Plot plot = new Plot(across, up);
        plot.setId("learning-curve");
        plot.setPrefHeight(240);
        forecasts(curve, plot);
        double[] x = points.stream().mapToDouble(LearningCurve.Point::pictures).toArray();
        plot.line(
                x, points.stream().mapToDouble(LearningCurve.Point::trainError).toArray(), "plot-train");
        double[] trend = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> first * Math.pow(last / first, (double) i / STEPS))
                .toArray();
        plot.line(trend, java.util.Arrays.stream(trend).map(curve.law()::at).toArray(), "plot-forecast");
        points.forEach(point -> plot.whisker(
                point.pictures(), point.error().low(), point.error().high(), "plot-whisker"));
        plot.dots(x, points.stream().mapToDouble(point -> point.error().value()).toArray(), "plot-dot");
        return plot;
    }

    private static void forecasts(LearningCurve curve, Plot plot) {
        List<LearningCurve.Forecast> all = new ArrayList<>();
        all.add(new LearningCurve.Forecast(curve.last().pictures(), curve.last().error()));
        all.addAll(curve.forecasts());
        plot.band(
                all.stream().mapToDouble(LearningCurve.Forecast::pictures).toArray(),
                all.stream().mapToDouble(each -> each.error().low()).toArray(),
                all.stream().mapToDouble(each -> each.error().high()).toArray(),
                "plot-band");
    }

    private static List<Double> sizes(LearningCurve curve) {
        return Stream.concat(
                        curve.points().stream().map(LearningCurve.Point::pictures),
                        curve.forecasts().stream().map(LearningCurve.Forecast::pictures))
                .toList();
    }
}
