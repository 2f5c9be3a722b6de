package vermeer.data.inspection;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;

/**
 * Pictures that are the same or look so.
 *
 * @param exact whether the files are the same byte for byte
 * @param pictures at least two, in the order of their keys
 */
public record DuplicateGroup(boolean exact, List<LabelledPicture> pictures) {

    public DuplicateGroup {
        pictures = List.copyOf(pictures);
    }

    public List<String> keys() {
        return pictures.stream().map(LabelledPicture::key).toList();
    }

    /** Whether the same picture has different labels. */
    public boolean contradicts() {
        return pictures.stream().map(LabelledPicture::label).distinct().count() > 1;
    }

    /** The splits that its pictures are in; more than one is a leak: what is learned is also what is asked. */
    public Set<Split> splits(Map<String, Split> assignments) {
        EnumSet<Split> splits = EnumSet.noneOf(Split.class);
        for (LabelledPicture picture : pictures) {
            Split split = assignments.get(picture.key());
            if (split != null) {
                splits.add(split);
            }
        }
        return splits;
    }
}
