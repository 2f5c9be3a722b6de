package vermeer.data.label;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.SyntheticPicture;

/** Gathers pictures with the names of their classes, and makes a dataset of them. */
final class Collecting {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_CLASSES = 10_000;

    private record Found(String key, String className, String part) {}

    private final FolderListing listing;
    private final List<Found> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final TreeSet<String> mentioned = new TreeSet<>();

    Collecting(FolderListing listing) {
        this.listing = listing;
        leftOut.addAll(listing.others());
    }

    /** Whether a folder of this name holds pictures that nobody took. */
    static boolean isSynthetic(String part) {
        return part.equalsIgnoreCase("synthetic");
    }

    void leaveOut(String key, String reason) {
        leftOut.add(new LeftOut(key, reason));
    }

    /** Names a class that may turn out to have no pictures. */
    void mention(String className) {
        mentioned.add(tidy(className));
    }

    void add(String key, String className, String part) {
        String name = tidy(className);
        if (name.isEmpty()) {
            leaveOut(key, "has an empty label");
        } else if (name.length() > LONGEST_NAME) {
            leaveOut(key, "has a label longer than " + LONGEST_NAME + " letters");
        } else {
            found.add(new Found(key, name, part));
        }
    }

    /** One spelling of letters whatever the system, and no line ends: names go into tables and file headers. */
    private static String tidy(String className) {
        return BLANKS.matcher(Normalizer.normalize(className, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** @param remedy what to do where no picture has a label */
    LabelReading reading(String remedy) throws DataException {
        List<String> classes =
                found.stream().map(Found::className).distinct().sorted().toList();
        if (classes.isEmpty()) {
            throw new DataException("The folder '" + listing.folder() + "' holds "
                    + (listing.pictures().isEmpty()
                            ? "no pictures that Vermeer reads"
                            : listing.pictures().size() + " pictures, but none with a label")
                    + "; " + remedy + ".");
        }
        if (classes.size() > MOST_CLASSES) {
            throw new DataException("The folder '" + listing.folder() + "' would give " + classes.size()
                    + " classes; choose where the labels are so that there are at most " + MOST_CLASSES + ".");
        }
        mentioned.removeAll(classes);
        return new LabelReading(
                dataset(classes),
                leftOut.stream().sorted(Comparator.comparing(LeftOut::key)).toList(),
                List.copyOf(mentioned));
    }

    private Dataset dataset(List<String> classes) {
        Map<String, Integer> labels = new HashMap<>();
        classes.forEach(name -> labels.put(name, labels.size()));
        List<LabelledPicture> pictures = new ArrayList<>();
        List<SyntheticPicture> synthetic = new ArrayList<>();
        found.sort(Comparator.comparing(Found::key));
        for (Found one : found) {
            int label = labels.get(one.className());
            if (isSynthetic(one.part())) {
                synthetic.add(new SyntheticPicture(listing.file(one.key()), one.key(), label));
            } else {
                pictures.add(new LabelledPicture(listing.file(one.key()), one.key(), label, one.part()));
            }
        }
        return new Dataset(listing.folder(), classes, pictures, synthetic);
    }
}
