package vermeer.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.image.Figure;
import vermeer.image.Overlay;
import vermeer.trust.MarkedPlaces;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.investigation.ShownMap;

/** A map in sight as the figure that is handed on: everything that the window says of it is in it. */
final class MapFigure {
    private MapFigure() {}

    /** @param marked what is boxed in it */
    static Figure of(ShownMap map, Overlay overlay, MarkedPlaces marked) {
        return new Figure(
                map.prediction().picture().picture(),
                map.map(),
                overlay,
                marked.boxes(),
                map.method().title() + " of " + map.target().name(),
                caption(map, marked));
    }

    private static List<String> caption(ShownMap map, MarkedPlaces marked) {
        List<String> caption = new ArrayList<>();
        Prediction prediction = map.prediction();
        map.target().terms().forEach(term -> prediction.ranking().stream()
                .filter(score -> score.target().terms().get(0).index() == term.index()
                        && score.name().equals(term.name()))
                .findFirst()
                .ifPresent(score -> caption.add(answer(prediction, score))));
        caption.add(map.method().title() + (map.settings().isEmpty() ? "" : " with " + map.settings()) + ".");
        if (!map.facts().isEmpty()) {
            caption.add(
                    Character.toUpperCase(map.facts().charAt(0)) + map.facts().substring(1) + ".");
        }
        caption.addAll(marked.sentences("The dashed box"));
        return caption;
    }

    private static String answer(Prediction prediction, ClassScore score) {
        return String.format(
                Locale.ROOT,
                "%s: %s gives class %d, %s, a probability of %.1f %% (rank %d).",
                prediction.picture().name(),
                prediction.network().model().name(),
                score.index(),
                score.name(),
                100 * score.probability(),
                score.rank());
    }

    /** A name for the map's file, without its ending: {@code picture_model_method_class}. */
    static String fileName(ShownMap map) {
        String picture = map.prediction().picture().name();
        int dot = picture.lastIndexOf('.');
        return String.join(
                "_",
                plain(dot > 0 ? picture.substring(0, dot) : picture),
                plain(map.prediction().network().model().name()),
                map.method().name(),
                plain(map.target().name().split(",")[0]));
    }

    private static String plain(String text) {
        String plain = text.strip().replaceAll("[^\\p{L}\\p{N}.-]+", "-");
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }
}
