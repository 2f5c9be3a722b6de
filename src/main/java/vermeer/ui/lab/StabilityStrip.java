package vermeer.ui.lab;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.attack.corruption.Corruption;
import vermeer.attack.corruption.Stability;

/** How the answer holds from one end of a slider to the other: a bar each, as high as the class is likely. */
final class StabilityStrip extends VBox {
    private static final double HEIGHT = 46;

    private final CorruptionViewModel model;
    private final Label title = new Label();
    private final HBox bars = new HBox(2);
    private final Label low = new Label();
    private final Label high = new Label();

    StabilityStrip(CorruptionViewModel model) {
        super(3);
        this.model = model;
        setId("stability-strip");
        getStyleClass().add("stability-strip");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMinHeight(HEIGHT);
        bars.setPrefHeight(HEIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        low.getStyleClass().add("quiet");
        high.getStyleClass().add("quiet");
        getChildren().addAll(title, bars, new HBox(low, space, high));
        model.stabilityProperty().subscribe(this::show);
        model.chosenProperty()
                .subscribe(corruption -> show(model.stabilityProperty().get()));
    }

    private void show(Stability found) {
        Corruption corruption = model.chosenProperty().get();
        bars.getChildren().clear();
        low.setText("");
        high.setText("");
        if (found == null) {
            title.setText(corruption.title() + ": find the breaking point to see how the answer holds.");
            return;
        }
        title.setText(corruption.title() + ". " + model.breakingPoints(found));
        List<Stability.Sample> samples = found.samples();
        for (Stability.Sample sample : samples) {
            bars.getChildren().add(bar(corruption, sample, found.label()));
        }
        low.setText(CorruptionViewModel.text(corruption, samples.get(0).strength()));
        high.setText(CorruptionViewModel.text(
                corruption, samples.get(samples.size() - 1).strength()));
    }

    private static Region bar(Corruption corruption, Stability.Sample sample, int label) {
        Region bar = new Region();
        boolean kept = sample.answer() == label;
        bar.getStyleClass().addAll("bar", kept ? "kept" : "lost");
        bar.setMinHeight(Math.max(2, HEIGHT * sample.probability()));
        bar.setMaxHeight(Math.max(2, HEIGHT * sample.probability()));
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Tooltip.install(
                bar,
                new Tooltip(CorruptionViewModel.text(corruption, sample.strength()) + ": "
                        + Math.round(100 * sample.probability()) + " % "
                        + (kept ? "and still the answer" : "and no longer the answer")));
        return bar;
    }
}
