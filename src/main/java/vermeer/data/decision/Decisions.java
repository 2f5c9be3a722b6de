package vermeer.data.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vermeer.data.Fit;
import vermeer.data.Look;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.Stages;
import vermeer.data.augmentation.Variants;
import vermeer.data.balance.Balance;
import vermeer.data.label.FolderNames;
import vermeer.data.label.LabelSource;

/**
 * All that is decided about a folder of pictures. Pictures are named by their keys, classes by their names.
 *
 * @param about what the pictures are, in the user's words
 * @param labels where the labels are
 * @param plan how to split
 * @param assignments the splits of pictures as they were drawn, so that they stay
 * @param fit how photos become the network's shape
 * @param balance what is done about unequal classes
 * @param variants how photos are changed for training
 * @param stages which labels are weak, and which are trained on now
 * @param excluded pictures that are not used, with the reason
 * @param relabelled new classes of pictures
 * @param confirmed pictures whose suspected label was looked at and is right
 * @param looks evaluations on test, oldest first
 * @param tags the user's own words for pictures, each with the pictures that carry it, at least one
 */
public record Decisions(
        String about,
        LabelSource labels,
        SplitPlan plan,
        Map<String, Split> assignments,
        Fit fit,
        Balance balance,
        Variants variants,
        Stages stages,
        Map<String, String> excluded,
        Map<String, String> relabelled,
        Set<String> confirmed,
        List<Look> looks,
        Map<String, Set<String>> tags) {

    public Decisions {
        assignments = Map.copyOf(assignments);
        excluded = Map.copyOf(excluded);
        relabelled = Map.copyOf(relabelled);
        confirmed = Set.copyOf(confirmed);
        looks = List.copyOf(looks);
        tags = tags.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, tag -> Set.copyOf(tag.getValue())));
    }

    /** What is taken for granted of a folder that nothing was decided about: classes are its folders' names. */
    public static Decisions standard() {
        return new Decisions(
                "",
                new FolderNames(),
                SplitPlan.standard(1),
                Map.of(),
                Fit.CROP,
                Balance.none(),
                Variants.none(),
                Stages.one(),
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                Map.of());
    }

    public Decisions withAbout(String newAbout) {
        return new Decisions(
                newAbout,
                labels,
                plan,
                assignments,
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    /** Labels from elsewhere; splits drawn for other labels do not stay. */
    public Decisions withLabels(LabelSource newLabels) {
        return new Decisions(
                about,
                newLabels,
                plan,
                Map.of(),
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    /** Another plan; splits drawn by the old one do not stay. */
    public Decisions withPlan(SplitPlan newPlan) {
        return new Decisions(
                about,
                labels,
                newPlan,
                Map.of(),
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    public Decisions withAssignments(Map<String, Split> newAssignments) {
        return new Decisions(
                about,
                labels,
                plan,
                newAssignments,
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    /** Splits of pictures by their keys stay as they are given, besides those that were kept before. */
    public Decisions keeping(Map<String, Split> drawn) {
        Map<String, Split> all = new LinkedHashMap<>(assignments);
        all.putAll(drawn);
        return withAssignments(all);
    }

    public Decisions withFit(Fit newFit) {
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                newFit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    public Decisions withBalance(Balance newBalance) {
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                fit,
                newBalance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    public Decisions withVariants(Variants newVariants) {
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                fit,
                balance,
                newVariants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    public Decisions withStages(Stages newStages) {
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                fit,
                balance,
                variants,
                newStages,
                excluded,
                relabelled,
                confirmed,
                looks,
                tags);
    }

    /** Pictures not used from now on. */
    public Decisions excluding(Set<String> keys, String reason) {
        Map<String, String> all = new LinkedHashMap<>(excluded);
        keys.forEach(key -> all.put(key, reason));
        return judged(all, relabelled, confirmed);
    }

    /** Pictures as they come: neither excluded nor relabelled nor confirmed. */
    public Decisions undecided(Set<String> keys) {
        Map<String, String> left = new LinkedHashMap<>(excluded);
        Map<String, String> labels = new LinkedHashMap<>(relabelled);
        Set<String> right = new LinkedHashSet<>(confirmed);
        left.keySet().removeAll(keys);
        labels.keySet().removeAll(keys);
        right.removeAll(keys);
        return judged(left, labels, right);
    }

    /** A picture that shows another class than its label says. */
    public Decisions relabelling(String key, String className) {
        Map<String, String> all = new LinkedHashMap<>(relabelled);
        all.put(key, className);
        return judged(excluded, all, confirmed);
    }

    /** A picture whose label is right, however unlikely it looks. */
    public Decisions confirming(String key) {
        Set<String> all = new LinkedHashSet<>(confirmed);
        all.add(key);
        return judged(excluded, relabelled, all);
    }

    /** Pictures that carry a tag from now on. */
    public Decisions tagging(Set<String> keys, String tag) {
        Set<String> all = new LinkedHashSet<>(tags.getOrDefault(tag, Set.of()));
        all.addAll(keys);
        return tagged(tag, all);
    }

    /** Pictures that carry a tag no more. */
    public Decisions untagging(Set<String> keys, String tag) {
        Set<String> left = new LinkedHashSet<>(tags.getOrDefault(tag, Set.of()));
        left.removeAll(keys);
        return tagged(tag, left);
    }

    private Decisions tagged(String tag, Set<String> keys) {
        Map<String, Set<String>> all = new LinkedHashMap<>(tags);
        all.put(tag, keys);
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                looks,
                all);
    }

    /** One more evaluation on test. */
    public Decisions looking(Look look) {
        List<Look> all = new ArrayList<>(looks);
        all.add(look);
        return new Decisions(
                about,
                labels,
                plan,
                assignments,
                fit,
                balance,
                variants,
                stages,
                excluded,
                relabelled,
                confirmed,
                all,
                tags);
    }

    private Decisions judged(Map<String, String> left, Map<String, String> newLabels, Set<String> right) {
        return new Decisions(
                about, labels, plan, assignments, fit, balance, variants, stages, left, newLabels, right, looks, tags);
    }
}
