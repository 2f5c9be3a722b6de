package vermeer.ui.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import vermeer.dream.Dream;
import vermeer.dream.Dreamt;
import vermeer.dream.Feature;
import vermeer.dream.Frame;
import vermeer.image.AnimatedGif;
import vermeer.image.Picture;
import vermeer.setting.Settings;

/**
 * One dream, from its first picture on.
 *
 * @param dream with its settings
 * @param feature what it is made for
 * @param start the name of the picture it began with, or {@code noise}
 * @param frames on the way, as many as there are by now
 * @param result empty until it is finished, and where it was stopped
 */
public record DreamRun(Dream dream, Feature feature, String start, List<Frame> frames, Optional<Dreamt> result) {
    private static final int MILLISECONDS = 100;
    private static final int LAST_MILLISECONDS = 1_500;

    public DreamRun {
        frames = List.copyOf(frames);
    }

    DreamRun with(Frame frame) {
        List<Frame> more = new ArrayList<>(frames);
        more.add(frame);
        return new DreamRun(dream, feature, start, more, result);
    }

    DreamRun with(Dreamt made) {
        return new DreamRun(dream, feature, start, frames, Optional.of(made));
    }

    /** The finished picture, else the last one on the way. */
    public Optional<Picture> last() {
        return result.map(Dreamt::picture)
                .or(() -> frames.isEmpty()
                        ? Optional.empty()
                        : Optional.of(frames.get(frames.size() - 1).picture()));
    }

    /** What is shown, such as {@code DeepDream of layer features/11}; without what exporters add to every name. */
    public String title() {
        return dream.title() + " of " + feature.text().replace("_output_0", "").replace(" /", " ");
    }

    /** The method's settings in a line. */
    public String settings() {
        StringJoiner line = new StringJoiner(", ");
        Settings.texts(dream).forEach((name, value) -> line.add(name + " " + value));
        return line.toString();
    }

    /** What was measured on the finished picture, in a line; its size is told elsewhere. */
    public String facts() {
        StringJoiner line = new StringJoiner(" · ");
        Map<String, Double> facts = new TreeMap<>(result.map(Dreamt::facts).orElse(Map.of()));
        facts.keySet().removeAll(Set.of("width", "height"));
        for (Map.Entry<String, Double> fact : facts.entrySet()) {
            line.add(words(fact.getKey()) + " " + number(fact.getKey(), fact.getValue()));
        }
        return line.toString();
    }

    private static String number(String name, double value) {
        if (name.equals("probability")) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * value);
        }
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** A name for files, without an ending. */
    public String fileName() {
        int dot = start.lastIndexOf('.');
        return (dot > 0 ? start.substring(0, dot) : start) + "." + dream.name() + "." + feature.fileName();
    }

    /** The way to the last picture: all that have its size. */
    AnimatedGif animation() {
        Picture end = last().orElseThrow();
        List<Picture> pictures = new ArrayList<>();
        result.ifPresent(made -> pictures.add(made.first()));
        frames.forEach(frame -> pictures.add(frame.picture()));
        pictures.add(end);
        pictures.removeIf(picture -> picture.width() != end.width() || picture.height() != end.height());
        return new AnimatedGif(pictures, MILLISECONDS, LAST_MILLISECONDS);
    }
}
