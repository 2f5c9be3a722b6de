package vermeer.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset's pictures by use. No picture is in two of them. Only training may hold synthetic pictures: the other lists do not
 * take them.
 *
 * @param classes the names of the classes that labels are indices of
 * @param train what the network learns from
 * @param synthetic what it learns from in addition
 * @param trainDev held out of the training distribution; may be empty
 * @param dev from where the network will be used; decides between networks and settings
 * @param test from there too; locked, and may be empty
 */
public record Splits(
        List<String> classes,
        List<LabelledPicture> train,
        List<SyntheticPicture> synthetic,
        List<LabelledPicture> trainDev,
        List<LabelledPicture> dev,
        LockedTest test) {

    public Splits {
        classes = List.copyOf(classes);
        train = List.copyOf(train);
        synthetic = List.copyOf(synthetic);
        trainDev = List.copyOf(trainDev);
        dev = List.copyOf(dev);
    }

    /** All that the network may learn from: train, then the synthetic pictures. */
    public List<Example> training() {
        List<Example> all = new ArrayList<>(train);
        all.addAll(synthetic);
        return all;
    }

    /** How many pictures a split has; synthetic ones are not counted. */
    public int size(Split split) {
        return split == Split.TEST ? test.size() : open(split).size();
    }

    /** How many pictures of each class a split has, in the order of the classes. */
    public int[] counts(Split split) {
        return split == Split.TEST ? test.counts(classes.size()) : Dataset.counts(open(split), classes.size());
    }

    /**
     * The pictures of a split that may be looked at freely.
     *
     * @throws IllegalArgumentException for test, which {@link LockedTest#open} opens
     */
    public List<LabelledPicture> open(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case TRAIN_DEV -> trainDev;
            case DEV -> dev;
            case TEST -> throw new IllegalArgumentException("test is locked");
        };
    }

    /** The split of each picture by its key: what is kept so that the same picture stays where it is. */
    public Map<String, Split> assignments() {
        Map<String, Split> assignments = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            List<LabelledPicture> pictures = split == Split.TEST ? test.forChecks() : open(split);
            pictures.forEach(picture -> assignments.put(picture.key(), split));
        }
        return assignments;
    }
}
