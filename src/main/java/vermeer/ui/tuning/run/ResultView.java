package vermeer.ui.tuning.run;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.data.decision.Prepared;
import vermeer.train.EpochReport;
import vermeer.train.ZipOutcome;
import vermeer.ui.tuning.Tuning;

/** What the run in sight has come to so far, in large numbers: the error of each split, and each class's recall on dev. */
final class ResultView extends FlowPane {
    private static final int MOST_CLASSES = 8;
    private static final double WIDEST = 190;

    private final Tuning tuning;
    private Subscription shown = Subscription.EMPTY;

    ResultView(RunQueue queue) {
        this.tuning = queue.tuning();
        setId("run-result");
        getStyleClass().add("run-result");
        setHgap(26);
        setVgap(10);
        queue.selectedProperty().subscribe(this::follow);
    }

    private void follow(Run run) {
        shown.unsubscribe();
        getChildren().clear();
        shown = Subscription.EMPTY;
        if (run != null) {
            ListChangeListener<EpochReport> changed = change -> show(run);
            run.epochs().addListener(changed);
            shown = run.figuresProperty().subscribe(figures -> show(run)).and(() -> run.epochs()
                    .removeListener(changed));
        }
    }

    private void show(Run run) {
        getChildren().clear();
        RunFigures figures = run.figuresProperty().get();
        if (figures == null) {
            run.epochs().stream()
                    .filter(EpochReport::best)
                    .reduce((before, later) -> later)
                    .ifPresent(best -> showBest(run, best));
            return;
        }
        figures.parts()
                .forEach(part -> add(
                        RunTexts.percent(part.accuracy()),
                        "right on " + part.split() + ", " + part.errors() + " of " + part.pictures() + " wrong"));
        add(
                String.format(Locale.ROOT, "%.0e", figures.largestDifference()),
                "largest difference of the joined network on " + figures.pictures() + " photos");
        if (figures.zip().orElse(null) instanceof ZipOutcome.Written written) {
            add(
                    String.format(Locale.ROOT, "%.0e", written.largestDifference()),
                    "largest difference of the DL4J zip on " + written.pictures() + " photos");
        }
    }

    private void showBest(Run run, EpochReport best) {
        EpochReport.Measured judged = best.dev().pictures() > 0
                ? best.dev()
                : best.trainDev().pictures() > 0 ? best.trainDev() : best.train();
        add(RunTexts.percent(judged.accuracy()), "best so far, epoch " + best.epoch());
        List<String> classes = classes(run, judged.recalls().size());
        for (int i = 0; i < Math.min(MOST_CLASSES, classes.size()); i++) {
            Double recall = judged.recalls().get(i);
            if (recall != null && !recall.isNaN()) {
                add(RunTexts.percent(recall), "of " + classes.get(i) + " found");
            }
        }
    }

    /** The run's class names; none where they are not known. */
    private List<String> classes(Run run, int count) {
        Prepared now = tuning.dataProperty().get();
        List<String> classes = !run.classes().isEmpty() || now == null
                ? run.classes()
                : now.splits().classes();
        return classes.size() == count ? classes : List.of();
    }

    private void add(String number, String text) {
        Label large = new Label(number);
        large.getStyleClass().add("run-number");
        Label small = new Label(text);
        small.getStyleClass().add("quiet");
        small.setMaxWidth(WIDEST);
        small.setWrapText(true);
        small.setMinHeight(USE_PREF_SIZE);
        Tooltip.install(small, new Tooltip(text));
        getChildren().add(new VBox(large, small));
    }
}
