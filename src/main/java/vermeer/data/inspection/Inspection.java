package vermeer.data.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vermeer.data.LabelledPicture;
import vermeer.data.Splits;

/**
 * What looking into every picture of a dataset brought to light.
 *
 * @param facts what each readable picture is like, by its key
 * @param unreadable pictures that cannot be read
 * @param duplicates pictures that come twice or more; exact ones first
 */
public record Inspection(
        Map<String, PictureFacts> facts, List<Unreadable> unreadable, List<DuplicateGroup> duplicates) {

    public Inspection {
        facts = Map.copyOf(facts);
        unreadable = List.copyOf(unreadable);
        duplicates = List.copyOf(duplicates);
    }

    /** The duplicates of which one is in another split than another: what is trained on is tested with. */
    public List<DuplicateGroup> leaks(Splits splits) {
        var assignments = splits.assignments();
        return duplicates.stream()
                .filter(group -> group.splits(assignments).size() > 1)
                .toList();
    }

    /** Keys of pictures that should be in one split. */
    public List<List<String>> ties() {
        return duplicates.stream().map(DuplicateGroup::keys).toList();
    }

    /** The facts with the duplicates among them. */
    static Inspection of(List<LabelledPicture> pictures, Map<String, PictureFacts> facts, List<Unreadable> unreadable) {
        Map<String, List<LabelledPicture>> bySum = new LinkedHashMap<>();
        for (LabelledPicture picture : pictures) {
            PictureFacts known = facts.get(picture.key());
            if (known != null) {
                bySum.computeIfAbsent(known.sha256(), sum -> new ArrayList<>()).add(picture);
            }
        }
        Stream<DuplicateGroup> exact =
                bySum.values().stream().filter(same -> same.size() > 1).map(same -> new DuplicateGroup(true, same));
        List<LabelledPicture> firsts =
                bySum.values().stream().map(same -> same.get(0)).toList();
        Stream<DuplicateGroup> near = NearDuplicates.among(firsts, facts).stream();
        return new Inspection(facts, unreadable, Stream.concat(exact, near).toList());
    }
}
