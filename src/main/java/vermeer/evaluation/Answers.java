package vermeer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.data.LabelledPicture;
import vermeer.data.balance.CostMatrix;
import vermeer.tensor.Tensor;

/**
 * What a model answered for labelled pictures, and what else was seen of them. Everything is in the order of the pictures.
 *
 * @param pictures those that could be read
 * @param predictions their labels and logits
 * @param features what the model's last layer read, {@code [n, features]}; empty where it has no such layer
 * @param facts what was measured of the pictures themselves
 * @param unread pictures that could not be read, each with the sentence why
 */
public record Answers(
        List<LabelledPicture> pictures,
        Predictions predictions,
        Optional<Tensor> features,
        List<PictureMeasures> facts,
        List<Unread> unread) {

    /** A picture that could not be read, and the sentence that says why. */
    public record Unread(LabelledPicture picture, String reason) {}

    public Answers {
        pictures = List.copyOf(pictures);
        facts = List.copyOf(facts);
        unread = List.copyOf(unread);
    }

    /** The number of pictures that were answered. */
    public int size() {
        return pictures.size();
    }

    /** The same, answered so that mistakes cost least; costs of other classes than the answers' do not count. */
    public Answers weighed(Optional<CostMatrix> costs) {
        return new Answers(pictures, predictions.weighed(costs), features, facts, unread);
    }

    /** The answers of these indices, in this order. */
    public Answers subset(int... indices) {
        List<Tensor> rows = new ArrayList<>();
        features.ifPresent(all -> IntStream.of(indices).forEach(i -> rows.add(all.item(i))));
        return new Answers(
                IntStream.of(indices).mapToObj(pictures::get).toList(),
                predictions.subset(indices),
                rows.isEmpty() ? Optional.empty() : Optional.of(Tensor.concat(rows)),
                IntStream.of(indices).mapToObj(facts::get).toList(),
                List.of());
    }
}
