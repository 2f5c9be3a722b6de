package vermeer.cli;

import java.util.List;
import vermeer.tensor.Tensor;

/**
 * The features of a labelled folder's pictures.
 *
 * @param classes the folder's own
 * @param features {@code [n, inputs]}
 * @param labels {@code [n]}, indices of {@code classes}
 * @param train rows to learn from
 * @param judged rows of dev; none where the folder is not split
 */
record LabelledFeatures(List<String> classes, Tensor features, int[] labels, int[] train, int[] judged) {}
