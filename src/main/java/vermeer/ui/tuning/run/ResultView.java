package vermeer.ui.tuning.run;

import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vermeer.train.EpochReport;
import vermeer.train.JoinCheck;
import vermeer.train.ZipOutcome;

/** What the run has come to so far, in large numbers: the error of each split, and each class's recall on dev. */
final class ResultView extends FlowPane {
    private final RunViewModel model;

    ResultView(RunViewModel model) {
        this.model = model;
        setId("run-result");
        getStyleClass().add("run-result");
        setHgap(26);
        setVgap(10);
        model.resultProperty().subscribe(result -> show());
        model.epochs().addListener((javafx.collections.ListChangeListener<EpochReport>) change -> show());
    }

    private void show() {
        getChildren().clear();
        JoinCheck result = model.resultProperty().get();
        if (result != null) {
            new TreeMap<>(result.predictions())
                    .forEach((split, predictions) -> add(
                            RunTexts.percent(1 - (double) predictions.errors() / predictions.size()),
                            "right on " + split.text() + ", " + predictions.errors() + " of " + predictions.size()
                                    + " wrong"));
            add(
                    String.format(java.util.Locale.ROOT, "%.0e", result.largestDifference()),
                    "largest difference of the joined network on " + result.pictures() + " photos");
            result.zip().ifPresent(this::showZip);
            return;
        }
        model.epochs().stream()
                .filter(EpochReport::best)
                .reduce((before, later) -> later)
                .ifPresent(this::showBest);
    }

    private void showZip(ZipOutcome zip) {
        if (zip instanceof ZipOutcome.Written written) {
            add(
                    String.format(java.util.Locale.ROOT, "%.0e", written.largestDifference()),
                    "largest difference of the DL4J zip on " + written.pictures() + " photos");
        }
    }

    private void showBest(EpochReport best) {
        EpochReport.Measured judged = best.dev().pictures() > 0
                ? best.dev()
                : best.trainDev().pictures() > 0 ? best.trainDev() : best.train();
        add(RunTexts.percent(judged.accuracy()), "best so far, epoch " + best.epoch());
        var classes = model.tuning().dataProperty().get();
        for (int i = 0; i < Math.min(8, judged.recalls().size()); i++) {
            Double recall = judged.recalls().get(i);
            if (classes != null && recall != null && !recall.isNaN()) {
                add(RunTexts.percent(recall), "of " + classes.splits().classes().get(i) + " found");
            }
        }
    }

    private void add(String number, String text) {
        Label large = new Label(number);
        large.getStyleClass().add("run-number");
        Label small = new Label(text);
        small.getStyleClass().add("quiet");
        getChildren().add(new VBox(large, small));
    }
}
