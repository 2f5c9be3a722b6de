package vermeer.data.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.SyntheticPicture;

/**
 * Classes taken together or left out. Used on a dataset, the network never learns the difference; used on its answers only, it
 * learns the difference and is not asked for it.
 *
 * @param from the classes as they were
 * @param to the classes that are left, each once
 * @param places for each class of {@code from} its place in {@code to}, or -1 where it is left out
 */
public record ClassMap(List<String> from, List<String> to, List<Integer> places) {
    private static final int LEFT_OUT = -1;

    public ClassMap {
        from = List.copyOf(from);
        to = List.copyOf(to);
        places = List.copyOf(places);
    }

    /**
     * The map of these classes.
     *
     * @param merged a class's new name by its name; classes with the same new name become one
     * @param ignored classes to leave out
     */
    public static ClassMap of(List<String> classes, Map<String, String> merged, Set<String> ignored) {
        List<String> left = classes.stream()
                .filter(name -> !ignored.contains(name))
                .map(name -> merged.getOrDefault(name, name))
                .distinct()
                .sorted()
                .toList();
        List<Integer> places = new ArrayList<>();
        for (String name : classes) {
            places.add(ignored.contains(name) ? LEFT_OUT : left.indexOf(merged.getOrDefault(name, name)));
        }
        return new ClassMap(classes, left, places);
    }

    /** Of these classes, as they are and in their order. */
    public static ClassMap none(List<String> classes) {
        return new ClassMap(
                classes, classes, IntStream.range(0, classes.size()).boxed().toList());
    }

    /** Whether it changes nothing. */
    public boolean identity() {
        return from.equals(to);
    }

    /** For training: the dataset with these classes; pictures of classes left out are not in it. */
    public Dataset apply(Dataset dataset) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            place.put(from.get(i), places.get(i));
        }
        List<LabelledPicture> pictures = new ArrayList<>();
        for (LabelledPicture picture : dataset.pictures()) {
            int label = place.getOrDefault(dataset.className(picture), LEFT_OUT);
            if (label != LEFT_OUT) {
                pictures.add(picture.withLabel(label));
            }
        }
        List<SyntheticPicture> synthetic = new ArrayList<>();
        for (SyntheticPicture picture : dataset.synthetic()) {
            int label = place.getOrDefault(dataset.className(picture), LEFT_OUT);
            if (label != LEFT_OUT) {
                synthetic.add(new SyntheticPicture(picture.file(), picture.key(), label));
            }
        }
        return new Dataset(dataset.folder(), to, pictures, synthetic);
    }

    /**
     * For prediction: probabilities of the classes that are left. Those of merged classes are added up; what classes left out
     * had is shared out in proportion. Where nothing else is left, all are equal.
     */
    public double[] apply(double[] probabilities) {
        double[] mapped = new double[to.size()];
        double sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            int place = places.get(label);
            if (place != LEFT_OUT) {
                mapped[place] += probabilities[label];
                sum += probabilities[label];
            }
        }
        for (int label = 0; label < mapped.length; label++) {
            mapped[label] = sum > 0 ? mapped[label] / sum : 1.0 / mapped.length;
        }
        return mapped;
    }
}
