package vermeer.data.label;

import java.util.List;
import vermeer.data.Dataset;

/**
 * What was found in a folder.
 *
 * @param dataset the pictures with labels
 * @param leftOut files that got no label or are no pictures, each with the reason
 * @param emptyClasses names of classes that have no pictures, and so are no classes of the dataset
 */
public record LabelReading(Dataset dataset, List<LeftOut> leftOut, List<String> emptyClasses) {

    public LabelReading {
        leftOut = List.copyOf(leftOut);
        emptyClasses = List.copyOf(emptyClasses);
    }
}
