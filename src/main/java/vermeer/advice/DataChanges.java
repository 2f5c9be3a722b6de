package vermeer.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.train.RunPlan;

/**
 * What became of a folder's photos since a run was trained on them. Test photos do not count: a run does not know them.
 *
 * @param added keys of photos that the run did not see, by class
 * @param relabelled keys of photos that carry another class now
 * @param gone keys of photos that the run saw and that are there no more, or are left out now
 */
public record DataChanges(Map<String, List<String>> added, List<String> relabelled, List<String> gone) {

    public static DataChanges of(RunPlan plan, Prepared prepared) {
        Map<String, String> before = new HashMap<>();
        for (RunPlan.Part part :
                List.of(plan.rows().train(), plan.rows().trainDev(), plan.rows().dev())) {
            for (int i = 0; i < part.size(); i++) {
                before.put(part.keys().get(i), plan.classes().get(part.labels().get(i)));
            }
        }
        Map<String, Split> splits = prepared.assignments();
        Map<String, List<String>> added = new TreeMap<>();
        List<String> relabelled = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (LabelledPicture picture : prepared.dataset().pictures()) {
            String name = prepared.dataset().className(picture);
            there.add(picture.key());
            if (!before.containsKey(picture.key()) && splits.get(picture.key()) != Split.TEST) {
                added.computeIfAbsent(name, first -> new ArrayList<>()).add(picture.key());
            } else if (before.containsKey(picture.key())
                    && !before.get(picture.key()).equals(name)) {
                relabelled.add(picture.key());
            }
        }
        prepared.dataset().synthetic().forEach(picture -> there.add(picture.key()));
        List<String> gone = before.keySet().stream()
                .filter(key -> !there.contains(key))
                .sorted()
                .toList();
        return new DataChanges(added, relabelled, gone);
    }

    /** Whether everything is as it was. */
    public boolean none() {
        return added.isEmpty() && relabelled.isEmpty() && gone.isEmpty();
    }

    /** {@code 12 photos are new (5 ants, 7 bees), 1 has another label and 2 are gone since this run was trained.} */
    public String sentence() {
        if (none()) {
            return "The photos are those that this run was trained on.";
        }
        int count = added.values().stream().mapToInt(List::size).sum();
        String classes = added.entrySet().stream()
                .map(each -> each.getValue().size() + " " + each.getKey())
                .collect(Collectors.joining(", ", " (", ")"));
        List<String> parts = Stream.of(
                        count == 0 ? "" : photos(count) + " new" + classes,
                        relabelled.isEmpty()
                                ? ""
                                : relabelled.size() + (relabelled.size() == 1 ? " has" : " have") + " another label",
                        gone.isEmpty() ? "" : gone.size() + (gone.size() == 1 ? " is" : " are") + " gone or left out")
                .filter(part -> !part.isEmpty())
                .toList();
        return "Since this run was trained: " + String.join(", ", parts) + ".";
    }

    private static String photos(int count) {
        return count == 1 ? "1 photo is" : count + " photos are";
    }
}
