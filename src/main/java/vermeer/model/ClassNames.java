package vermeer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lists of class names: files, and the 1000 classes of ImageNet. */
public final class ClassNames {
    private static final long MAX_BYTES = 16 << 20;
    private static final int IMAGENET = 1000;

    private ClassNames() {}

    /**
     * Reads a list of class names: a table with a column {@code name}, or one name a line.
     *
     * @throws ModelException where the file cannot be read as one
     */
    public static List<String> read(Path file) throws ModelException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelException("The class list '" + file.getFileName()
                        + "' is larger than 16 MB; a class list has one short line a class.");
            }
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new ModelException(
                    "The class list '" + file.getFileName()
                            + "' cannot be read as UTF-8 text; put it beside the model or correct the profile.",
                    unreadable);
        }
    }

    /** The names in a text as {@link #read} reads it. */
    static List<String> parse(String text) {
        List<List<String>> rows = CsvRows.parse(text);
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.get(0).stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .toList();
        int column = Math.max(header.indexOf("name"), Math.max(header.indexOf("class"), header.indexOf("label")));
        if (column < 0) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        return rows.stream()
                .skip(1)
                .map(row -> column < row.size() ? row.get(column).strip() : "")
                .toList();
    }

    /**
     * The names that a number of classes is known for: ImageNet's for 1000, and for 1001, where class 0 is the background.
     */
    static Optional<List<String>> imageNet(int classes) {
        if (classes != IMAGENET && classes != IMAGENET + 1) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (classes == IMAGENET + 1) {
            names.add("background");
        }
        names.addAll(parse(Resources.text("imagenet_classes.csv")));
        return Optional.of(List.copyOf(names));
    }

    /** The WordNet numbers of ImageNet's 1000 classes, such as {@code n01440764}: what its folders are called. */
    public static List<String> wordNetNumbers() {
        return CsvRows.parse(Resources.text("imagenet_classes.csv")).stream()
                .skip(1)
                .map(row -> row.get(1))
                .toList();
    }

    /** {@code class 0}, {@code class 1} and so on. */
    static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(index -> "class " + index).toList();
    }
}
