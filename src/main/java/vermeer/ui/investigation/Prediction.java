package vermeer.ui.investigation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/**
 * A network's answer for one picture.
 *
 * @param picture the picture asked about
 * @param network the network asked
 * @param input what it read
 * @param ranking all classes, the most probable first
 */
public record Prediction(OpenPicture picture, Network network, NetworkInput input, List<ClassScore> ranking) {

    /**
     * One class's share in an answer.
     *
     * @param rank 1 for the most probable class
     * @param index among the class names
     * @param probability 0 to 1
     * @param target what explains this class
     */
    public record ClassScore(int rank, int index, String name, double probability, Target target) {}

    /**
     * Asks a network about a picture.
     *
     * @apiNote Long-running; call on the compute lane.
     */
    public static Prediction ask(OpenPicture picture, Network network, Progress progress) throws Exception {
        NetworkInput input = network.input(picture.picture());
        progress.checkCancelled();
        Tensor logits = network.model().scores().logits(input.tensor(), progress);
        return of(picture, network, input, network.model().scores().probabilities(logits));
    }

    /** The class of this index among the class names. */
    public ClassScore of(int index) {
        return ranking.stream()
                .filter(score -> score.index() == index)
                .findFirst()
                .orElseThrow();
    }

    /** Ranks the classes; of equally probable ones the first comes first. */
    static Prediction of(OpenPicture picture, Network network, NetworkInput input, Tensor probabilities) {
        ImageModel model = network.model();
        float[] values = probabilities.data();
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(index -> -values[index])
                        .thenComparingInt(index -> index))
                .mapToInt(Integer::intValue)
                .toArray();
        List<ClassScore> ranking = IntStream.range(0, order.length)
                .mapToObj(rank -> new ClassScore(
                        rank + 1,
                        order[rank],
                        model.classNames().get(order[rank]),
                        values[order[rank]],
                        model.target(order[rank])))
                .toList();
        return new Prediction(picture, network, input, ranking);
    }

    /** The class the network answers. */
    public ClassScore best() {
        return ranking.get(0);
    }
}
