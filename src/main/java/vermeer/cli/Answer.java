package vermeer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.tensor.Tensor;

/**
 * What a model answers for one input.
 *
 * @param logits {@code [1, classes]}
 * @param ranking the classes, the most probable first
 */
record Answer(Tensor logits, List<Score> ranking) {

    /** One class's share. */
    record Score(int index, String name, double probability) {}

    /** Asks the model. */
    static Answer of(ImageModel model, Tensor input, Progress progress) throws EngineException, CancelledException {
        return of(model, model.scores().logits(input, progress));
    }

    /** What a model's logits mean. */
    static Answer of(ImageModel model, Tensor logits) {
        float[] probabilities = model.scores().probabilities(logits).data();
        boolean binary = probabilities.length == 1;
        List<String> names = model.classNames();
        List<Score> ranking = IntStream.range(0, binary ? 2 : probabilities.length)
                .mapToObj(index -> new Score(
                        index,
                        names.get(index),
                        binary ? (index == 1 ? probabilities[0] : 1.0 - probabilities[0]) : probabilities[index]))
                .sorted(Comparator.comparingDouble(Score::probability)
                        .reversed()
                        .thenComparingInt(Score::index))
                .toList();
        return new Answer(logits, ranking);
    }

    /** The most probable class. */
    Score best() {
        return ranking.get(0);
    }

    /** A class by its index. */
    Score of(int index) {
        return ranking.stream()
                .filter(score -> score.index() == index)
                .findFirst()
                .orElseThrow();
    }
}
