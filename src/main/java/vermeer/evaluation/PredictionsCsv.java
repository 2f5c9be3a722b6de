package vermeer.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Predictions as a table, RFC 4180: one line a picture, probabilities of every class where there are not too many. */
public final class PredictionsCsv {
    private static final int ALL_CLASSES = 50;

    private PredictionsCsv() {}

    /** The table with its header. */
    public static String of(Predictions predictions) {
        boolean all = predictions.classes() <= ALL_CLASSES;
        StringBuilder text = new StringBuilder("picture,label,predicted,confidence,loss");
        if (all) {
            predictions.classNames().forEach(name -> text.append(',').append(CsvCell.of("p(" + name + ")")));
        }
        text.append("\r\n");
        for (int i = 0; i < predictions.size(); i++) {
            text.append(cells(List.of(
                    predictions.pictures().get(i),
                    predictions.classNames().get(predictions.labels()[i]),
                    predictions.classNames().get(predictions.predicted(i)))));
            text.append(number(predictions.confidence(i))).append(number(predictions.loss(i)));
            if (all) {
                DoubleStream.of(predictions.probabilities(i)).forEach(p -> text.append(number(p)));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    /** The suspected labels as a table with its header, the least believable first. */
    public static String of(Predictions outOfSample, LabelErrors errors) {
        List<String> names = outOfSample.classNames();
        StringBuilder text = new StringBuilder("picture,label,proposed,margin\r\n");
        for (LabelErrors.Suspect suspect : errors.suspects()) {
            text.append(cells(List.of(
                            outOfSample.pictures().get(suspect.picture()),
                            names.get(suspect.label()),
                            names.get(suspect.proposed()))))
                    .append(number(suspect.margin()))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cells(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> CsvCell.of(texts.get(i)))
                .collect(Collectors.joining(","));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, ",%.6g", value);
    }
}
