package vermeer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.evaluation.ClassMeasures;
import vermeer.evaluation.ConfusionMatrix;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.LabelErrors;
import vermeer.evaluation.Measures;
import vermeer.evaluation.Predictions;
import vermeer.evaluation.TopLosses;

/** An evaluation as lines for people. */
final class EvaluationText {
    private static final int MANY_CLASSES = 12;
    private static final int LONG_LIST = 10;

    private final List<String> lines = new ArrayList<>();

    private EvaluationText() {}

    static List<String> lines(Evaluation evaluation) {
        EvaluationText text = new EvaluationText();
        evaluation.parts().forEach(text::part);
        text.temperature(evaluation);
        text.losses(evaluation);
        text.suspects(evaluation);
        evaluation
                .subsets()
                .worst()
                .ifPresentOrElse(
                        worst -> text.lines.add(String.format(
                                Locale.ROOT,
                                "Would gain most if fixed: %s, %s (%d pictures, %s wrong): %.1f points of all.",
                                worst.kind(),
                                worst.name(),
                                worst.members().length,
                                worst.error().percent(),
                                100 * worst.gain())),
                        () -> text.lines.add("No subset does clearly worse than the rest."));
        return text.lines;
    }

    private void part(EvaluatedPart part) {
        Measures measures = part.measures();
        lines.add(part.name() + ": " + measures.pictures() + " pictures, "
                + part.predictions().errors() + " wrong");
        row("accuracy", measures.accuracy().percent());
        if (measures.topFive().known()) {
            row("top-5 accuracy", measures.topFive().percent());
        }
        row("balanced accuracy", measures.balancedAccuracy().percent());
        row("macro F1", measures.macroF1().number());
        row("loss", measures.loss().number());
        row("calibration error", measures.calibrationError().percent());
        row("ROC area", measures.macroRocArea().number());
        row("average precision", measures.macroAveragePrecision().number());
        part.cost().ifPresent(cost -> {
            row("cost a picture", cost.probable().number());
            row("  if weighed", cost.cheapest().number());
        });
        List<ClassMeasures> classes =
                measures.perClass().stream().filter(each -> each.pictures() > 0).toList();
        lines.add("  class                 pictures  precision              recall                 ROC area");
        classes.stream()
                .limit(2L * MANY_CLASSES)
                .forEach(each -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-20s  %8d  %-21s  %-21s  %s",
                        shortened(each.name()),
                        each.pictures(),
                        each.precision().percent(),
                        each.recall().percent(),
                        each.rocArea().number())));
        confusions(part.confusion());
        lines.add("");
    }

    private void confusions(ConfusionMatrix confusion) {
        record Cell(String truth, String answer, int count) {}
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < confusion.classes(); row++) {
            for (int column = 0; column < confusion.classes(); column++) {
                if (row != column && confusion.counts()[row][column] > 0) {
                    cells.add(new Cell(
                            confusion.classNames().get(row),
                            confusion.classNames().get(column),
                            confusion.counts()[row][column]));
                }
            }
        }
        cells.stream()
                .sorted((a, b) -> Integer.compare(b.count(), a.count()))
                .limit(MANY_CLASSES)
                .forEach(cell -> lines.add(String.format(
                        "  %4d of %s taken for %s", cell.count(), shortened(cell.truth()), shortened(cell.answer()))));
    }

    private void temperature(Evaluation evaluation) {
        lines.add(String.format(
                Locale.ROOT,
                "Temperature that calibrates it on %s: %.3f (loss %.3f instead of %.3f).",
                evaluation.judged().name(),
                evaluation.temperature().value(),
                evaluation.temperature().lossAfter(),
                evaluation.temperature().lossBefore()));
    }

    private void losses(Evaluation evaluation) {
        Predictions predictions = evaluation.answers().predictions();
        lines.add("Largest losses:");
        for (int i : TopLosses.of(predictions, LONG_LIST)) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %7.3f  %s  (%.1f %% %s)",
                    predictions.loss(i),
                    predictions.pictures().get(i),
                    100 * predictions.confidence(i),
                    shortened(predictions.classNames().get(predictions.predicted(i)))));
        }
    }

    private void suspects(Evaluation evaluation) {
        if (evaluation.labelErrors().isEmpty()) {
            lines.add("Labels were not checked: that needs two classes with five pictures or more each.");
            return;
        }
        Predictions judged = evaluation.outOfSample().orElseThrow();
        List<LabelErrors.Suspect> suspects = evaluation.labelErrors().get().suspects();
        lines.add(suspects.isEmpty() ? "No label is suspected." : "Suspected labels (" + suspects.size() + "):");
        suspects.stream()
                .limit(LONG_LIST)
                .forEach(suspect -> lines.add("  " + judged.pictures().get(suspect.picture()) + " looks like "
                        + shortened(judged.classNames().get(suspect.proposed()))));
    }

    private void row(String name, String value) {
        lines.add(String.format("  %-18s %s", name, value));
    }

    private static String shortened(String name) {
        String first = name.split(",")[0];
        return first.length() > 20 ? first.substring(0, 19) + "…" : first;
    }
}
