package vermeer.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Error analysis by subset: where does the model still do badly, and which subset would gain most if it were fixed?
 *
 * @param all every subset that was looked at, the largest gain first
 */
public record Subsets(List<Subset> all) {
    /** Subsets with fewer pictures say nothing. */
    public static final int FEWEST = 5;

    private static final String TAG = "tag";
    private static final double SURE = 0.05;

    public Subsets {
        all = all.stream()
                .sorted(Comparator.comparingDouble(Subset::gain).reversed())
                .toList();
    }

    /**
     * The subsets by folder, brightness, size, sharpness and, where there are features, similarity.
     *
     * @param clusters of the pictures' features
     * @param tags the user's own: names to the pictures that carry them
     */
    public static Subsets of(Answers answers, Optional<Clusters> clusters, Map<String, List<String>> tags) {
        Predictions predictions = answers.predictions();
        List<Subset> found = new ArrayList<>();
        found.addAll(grouped(
                "folder", predictions, i -> folder(predictions.pictures().get(i)), name -> name));
        found.addAll(thirds("brightness", "dark", "bright", answers, PictureMeasures::brightness));
        found.addAll(thirds("size", "small", "large", answers, PictureMeasures::pixels));
        found.addAll(thirds("sharpness", "blurred", "sharp", answers, PictureMeasures::sharpness));
        clusters.ifPresent(each -> found.addAll(grouped(
                "similarity",
                predictions,
                i -> Integer.toString(each.of()[i]),
                name -> "pictures like " + predictions.pictures().get(each.centres()[Integer.parseInt(name)]))));
        found.addAll(tagged(predictions, tags));
        return new Subsets(found);
    }

    /** The same with other tags. */
    public Subsets withTags(Predictions predictions, Map<String, List<String>> tags) {
        List<Subset> other = new ArrayList<>(all);
        other.removeIf(subset -> subset.kind().equals(TAG));
        other.addAll(tagged(predictions, tags));
        return new Subsets(other);
    }

    private static Collection<Subset> tagged(Predictions predictions, Map<String, List<String>> tags) {
        List<Subset> found = new ArrayList<>();
        tags.forEach((tag, keys) -> {
            Set<String> those = new HashSet<>(keys);
            int[] members = IntStream.range(0, predictions.size())
                    .filter(i -> those.contains(predictions.pictures().get(i)))
                    .toArray();
            add(TAG, tag, predictions, members, found);
        });
        return found;
    }

    /**
     * The subset that would gain most if it did as well as the rest; empty where none does worse than chance explains, at 5 %
     * after Holm's correction for the number of subsets.
     */
    public Optional<Subset> worst() {
        List<Subset> byChance =
                all.stream().sorted(Comparator.comparingDouble(Subset::p)).toList();
        List<Subset> sure = new ArrayList<>();
        for (int i = 0; i < byChance.size() && byChance.get(i).p() <= SURE / (byChance.size() - i); i++) {
            sure.add(byChance.get(i));
        }
        return sure.stream().filter(subset -> subset.gain() > 0).max(Comparator.comparingDouble(Subset::gain));
    }

    private static String folder(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? "" : key.substring(0, slash);
    }

    private static Collection<Subset> grouped(
            String kind,
            Predictions predictions,
            java.util.function.IntFunction<String> group,
            java.util.function.UnaryOperator<String> name) {
        Map<String, List<Integer>> groups = IntStream.range(0, predictions.size())
                .boxed()
                .collect(Collectors.groupingBy(group::apply, TreeMap::new, Collectors.toList()));
        List<Subset> found = new ArrayList<>();
        groups.forEach((key, members) -> add(
                kind,
                name.apply(key),
                predictions,
                members.stream().mapToInt(Integer::intValue).toArray(),
                found));
        return found;
    }

    /** The third with the smallest, the middle and the largest values; ties stay together. */
    private static Collection<Subset> thirds(
            String kind, String low, String high, Answers answers, ToDoubleFunction<PictureMeasures> value) {
        double[] values = answers.facts().stream().mapToDouble(value).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return List.of();
        }
        double first = Bootstrap.quantile(sorted, 1 / 3.0);
        double second = Bootstrap.quantile(sorted, 2 / 3.0);
        Predictions predictions = answers.predictions();
        List<Subset> found = new ArrayList<>();
        add(kind, "the third that is most " + low, predictions, where(values, v -> v <= first), found);
        add(kind, "the middle third", predictions, where(values, v -> v > first && v <= second), found);
        add(kind, "the third that is most " + high, predictions, where(values, v -> v > second), found);
        return found;
    }

    private static int[] where(double[] values, java.util.function.DoublePredicate chosen) {
        return IntStream.range(0, values.length)
                .filter(i -> chosen.test(values[i]))
                .toArray();
    }

    private static void add(String kind, String name, Predictions all, int[] members, List<Subset> found) {
        if (members.length >= FEWEST && members.length < all.size()) {
            found.add(Subset.of(kind, name, all, members));
        }
    }
}
