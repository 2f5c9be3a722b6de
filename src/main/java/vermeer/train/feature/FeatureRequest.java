package vermeer.train.feature;

import java.util.List;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.Variants;
import vermeer.image.InputProfile;
import vermeer.model.OpenModel;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;

/**
 * What values are wanted: one row a form.
 *
 * @param profile how pictures become the network's input
 * @param variants how forms are changed
 * @param forms of training pictures, and after those the other pictures as they are
 */
public record FeatureRequest(
        OpenModel model, InputProfile profile, Backbone backbone, Cut cut, Variants variants, List<Variant> forms) {

    public FeatureRequest {
        forms = List.copyOf(forms);
    }

    /** How many rows that makes. */
    public long rows() {
        return forms.size();
    }

    /** How many bytes that takes on the disk. */
    public long bytes() {
        return cut.bytes(rows());
    }
}
