package vermeer.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a dataset by a plan. Same plan, same pictures, same kept decisions: same split, whatever the machine.
 *
 * <p>Where folders decide, they give dev and test, and the rest is for training. Dev is drawn where no folder gives it; test only
 * where no folder gives either, because a folder {@code val} alone says that its owner holds test somewhere else.
 *
 * @param plan how
 * @param kept splits of pictures by their keys that were decided before and stay, so that pictures which come later never
 *     move a picture from test into training
 * @param ties keys of pictures that must end up together, such as duplicates
 */
public record Splitting(SplitPlan plan, Map<String, Split> kept, List<? extends Collection<String>> ties) {

    public Splitting {
        kept = Map.copyOf(kept);
        ties = List.copyOf(ties);
    }

    /** A first split, in which every picture is for itself. */
    public Splitting(SplitPlan plan) {
        this(plan, Map.of(), List.of());
    }

    /** The splits of these pictures. */
    public Splits of(Dataset dataset) {
        Map<String, Split> decided = decided(dataset.pictures());
        List<Unit> free = new ArrayList<>();
        for (Unit unit : Units.of(dataset, plan.groups(), ties)) {
            List<LabelledPicture> undecided = unit.without(decided.keySet());
            if (undecided.isEmpty()) {
                continue;
            }
            Optional<Split> company = unit.firstOf(kept);
            if (company.isPresent()) {
                undecided.forEach(picture -> decided.put(picture.key(), company.get()));
            } else {
                free.add(new Unit(undecided));
            }
        }
        draw(dataset, free, decided);
        return collect(dataset, decided);
    }

    /** What was kept, and what folders called dev or test give. */
    private Map<String, Split> decided(List<LabelledPicture> pictures) {
        Map<String, Split> decided = new HashMap<>();
        for (LabelledPicture picture : pictures) {
            Split before = kept.get(picture.key());
            if (before != null) {
                decided.put(picture.key(), before);
            } else {
                given(picture)
                        .filter(split -> split != Split.TRAIN)
                        .ifPresent(split -> decided.put(picture.key(), split));
            }
        }
        return decided;
    }

    private Optional<Split> given(LabelledPicture picture) {
        return plan.byFolder() ? Split.ofFolder(picture.part()) : Optional.empty();
    }

    private void draw(Dataset dataset, List<Unit> free, Map<String, Split> decided) {
        Set<Split> given = EnumSet.noneOf(Split.class);
        dataset.pictures().forEach(picture -> given(picture).ifPresent(given::add));
        Map<Split, Double> ofTarget = new EnumMap<>(Split.class);
        if (!given.contains(Split.DEV)) {
            ofTarget.put(Split.DEV, plan.shares().dev());
        }
        if (!given.contains(Split.DEV) && !given.contains(Split.TEST)) {
            ofTarget.put(Split.TEST, plan.shares().test());
        }
        Map<Split, Double> ofTraining = new EnumMap<>(Split.class);
        if (!given.contains(Split.TRAIN_DEV)) {
            ofTraining.put(Split.TRAIN_DEV, plan.shares().trainDev());
        }
        if (plan.target().isEmpty()) {
            ofTarget.putAll(ofTraining);
            drawer(dataset, ofTarget).draw(free, decided);
            return;
        }
        List<Unit> target =
                free.stream().filter(unit -> unit.touches(plan.target())).toList();
        List<Unit> training =
                free.stream().filter(unit -> !unit.touches(plan.target())).toList();
        drawer(dataset, ofTarget).draw(target, decided);
        drawer(dataset, ofTraining).draw(training, decided);
    }

    private Draw drawer(Dataset dataset, Map<Split, Double> shares) {
        return new Draw(plan.stratified() ? dataset.classes().size() : 1, shares, plan.seed());
    }

    private static Splits collect(Dataset dataset, Map<String, Split> decided) {
        Map<Split, List<LabelledPicture>> lists = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            lists.put(split, new ArrayList<>());
        }
        for (LabelledPicture picture : dataset.pictures()) {
            lists.get(decided.getOrDefault(picture.key(), Split.TRAIN)).add(picture);
        }
        return new Splits(
                dataset.classes(),
                lists.get(Split.TRAIN),
                dataset.synthetic(),
                lists.get(Split.TRAIN_DEV),
                lists.get(Split.DEV),
                new LockedTest(lists.get(Split.TEST)));
    }
}
