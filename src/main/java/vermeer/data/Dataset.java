package vermeer.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labelled pictures of one folder. The files may be gone or broken: nothing here has looked into them.
 *
 * @param folder the folder that keys start from, absolute
 * @param classes the names of the classes, each once; labels are indices into them
 * @param pictures what somebody took, in the order of their keys
 * @param synthetic what nobody took; for training only
 */
public record Dataset(
        Path folder, List<String> classes, List<LabelledPicture> pictures, List<SyntheticPicture> synthetic) {

    /** @throws IllegalArgumentException where a label has no class, or a class or a key comes twice */
    public Dataset {
        folder = folder.toAbsolutePath().normalize();
        classes = List.copyOf(classes);
        pictures = List.copyOf(pictures);
        synthetic = List.copyOf(synthetic);
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("a class comes twice");
        }
        int count = classes.size();
        Set<String> keys = new HashSet<>();
        Stream.concat(pictures.stream(), synthetic.stream()).forEach(example -> {
            if (example.label() >= count) {
                throw new IllegalArgumentException(
                        example.key() + " has the label " + example.label() + " of " + count + " classes");
            }
            if (!keys.add(example.key())) {
                throw new IllegalArgumentException(example.key() + " comes twice");
            }
        });
    }

    /** A dataset without synthetic pictures. */
    public Dataset(Path folder, List<String> classes, List<LabelledPicture> pictures) {
        this(folder, classes, pictures, List.of());
    }

    /** The name of an example's class. */
    public String className(Example example) {
        return classes.get(example.label());
    }

    /** How many pictures each class has, in the order of the classes; synthetic ones are not counted. */
    public int[] counts() {
        return counts(pictures, classes.size());
    }

    /** How many examples each of so many classes has. */
    public static int[] counts(List<? extends Example> examples, int classes) {
        int[] counts = new int[classes];
        for (Example example : examples) {
            counts[example.label()]++;
        }
        return counts;
    }

    /** The parts that pictures come from, in the order of their names; one empty name where there are none. */
    public List<String> parts() {
        return pictures.stream().map(LabelledPicture::part).distinct().sorted().toList();
    }
}
