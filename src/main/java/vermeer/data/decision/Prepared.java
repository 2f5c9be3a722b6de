package vermeer.data.decision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.Splits;
import vermeer.data.Splitting;
import vermeer.data.SyntheticPicture;
import vermeer.data.balance.ClassMap;
import vermeer.data.label.LabelReading;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * A folder of pictures as it was decided: what training and evaluation work with.
 *
 * @param reading what was found in the folder, before any decision
 * @param decisions what was decided
 * @param dataset what is left: without excluded pictures, with corrected labels, with classes merged for training
 * @param splits its pictures by use; of training only those of the stage that is trained now
 */
public record Prepared(LabelReading reading, Decisions decisions, Dataset dataset, Splits splits) {

    /**
     * Reads a folder as its file of decisions says; as usual where it has none.
     *
     * @throws DataException where folder, labels or decisions cannot be read
     */
    public static Prepared of(Path folder, Progress progress) throws DataException, CancelledException {
        return of(folder, new DecisionsFile(folder).read(), progress);
    }

    /** Reads a folder under these decisions. */
    public static Prepared of(Path folder, Decisions decisions, Progress progress)
            throws DataException, CancelledException {
        return of(decisions.labels().read(folder, progress), decisions, List.of());
    }

    /**
     * Applies decisions to what was found.
     *
     * @param ties keys of pictures that must be in one split, such as duplicates
     */
    public static Prepared of(LabelReading reading, Decisions decisions, List<? extends Collection<String>> ties) {
        Dataset judged = judged(reading.dataset(), decisions);
        Dataset dataset = decisions.balance().atTraining()
                ? decisions.balance().map(judged.classes()).apply(judged)
                : judged;
        Splits splits = new Splitting(plan(dataset, decisions), decisions.assignments(), ties).of(dataset);
        return new Prepared(reading, decisions, dataset, decisions.stages().of(splits));
    }

    /**
     * The same pictures under the classes of the answers: those that are merged or left out in the answers only are so here.
     * This where there are none.
     */
    public Prepared asAnswered() {
        ClassMap map = decisions.balance().map(dataset.classes());
        if (decisions.balance().atTraining() || map.identity()) {
            return this;
        }
        Dataset answered = map.apply(dataset);
        Map<String, Split> kept = assignments();
        Splits all = new Splitting(decisions.plan(), kept, List.of()).of(answered);
        return new Prepared(reading, decisions, answered, decisions.stages().of(all));
    }

    /** Weak labels judge nothing: where nobody said where the network will be used, it is where labels are precise. */
    private static SplitPlan plan(Dataset dataset, Decisions decisions) {
        Set<String> precise = new HashSet<>(dataset.parts());
        precise.removeAll(decisions.stages().weak());
        boolean told = !decisions.plan().target().isEmpty();
        return told || decisions.stages().weak().isEmpty()
                ? decisions.plan()
                : decisions.plan().withTarget(precise);
    }

    /** The split of every picture by its key, those of the other stage included; see {@link Decisions#keeping}. */
    public Map<String, Split> assignments() {
        Map<String, Split> all = new LinkedHashMap<>();
        dataset.pictures().forEach(picture -> all.put(picture.key(), Split.TRAIN));
        all.putAll(splits.assignments());
        return all;
    }

    /** A picture that was given a class which exists in the answers only gets the first of those that make it up. */
    private static Map<String, String> relabelled(Decisions decisions) {
        if (decisions.balance().atTraining()) {
            return decisions.relabelled();
        }
        Map<String, String> first = new HashMap<>();
        new TreeMap<>(decisions.balance().merged()).forEach((name, together) -> first.putIfAbsent(together, name));
        Map<String, String> relabelled = new HashMap<>();
        decisions.relabelled().forEach((key, name) -> relabelled.put(key, first.getOrDefault(name, name)));
        return relabelled;
    }

    private static Dataset judged(Dataset found, Decisions decisions) {
        List<String> classes = new ArrayList<>(found.classes());
        Map<String, String> relabelled = relabelled(decisions);
        relabelled.values().stream()
                .filter(name -> !classes.contains(name))
                .distinct()
                .sorted()
                .forEach(classes::add);
        Map<String, Integer> labels = new HashMap<>();
        classes.forEach(name -> labels.put(name, labels.size()));
        List<LabelledPicture> pictures = new ArrayList<>();
        for (LabelledPicture picture : found.pictures()) {
            String newClass = relabelled.get(picture.key());
            if (!decisions.excluded().containsKey(picture.key())) {
                pictures.add(newClass == null ? picture : picture.withLabel(labels.get(newClass)));
            }
        }
        List<SyntheticPicture> synthetic = found.synthetic().stream()
                .filter(picture -> !decisions.excluded().containsKey(picture.key()))
                .toList();
        return new Dataset(found.folder(), classes, pictures, synthetic);
    }
}
