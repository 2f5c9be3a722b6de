package vermeer.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vermeer.data.Example;
import vermeer.data.Fit;
import vermeer.data.Splits;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.Variants;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.AnswerChoices;

/**
 * What a network is trained on.
 *
 * @param folder the folder that the pictures' keys start from
 * @param variants the forms in which training pictures are shown
 * @param fit how photos become the network's shape
 * @param corrected whether answers are corrected for class frequencies that balancing changes
 * @param first the keys of training pictures that a first stage learns from, the second then from the others; empty where all are
 *     learned from at once
 * @param answers how the tuned network's answers are read; see {@link AnswerChoices#text}
 */
public record TrainingData(
        Path folder, Splits splits, Variants variants, Fit fit, boolean corrected, Set<String> first, String answers) {

    public TrainingData {
        first = Set.copyOf(first);
    }

    /** A folder's pictures as they were decided. */
    public static TrainingData of(Prepared prepared) {
        return new TrainingData(
                prepared.dataset().folder(),
                prepared.splits(),
                prepared.decisions().variants(),
                prepared.decisions().fit(),
                prepared.decisions().balance().corrected(),
                prepared.decisions().stages().first(prepared.splits()),
                AnswerChoices.text(prepared.decisions().balance()));
    }

    /** The same pictures in other forms. */
    public TrainingData withVariants(Variants newVariants) {
        return new TrainingData(folder, splits, newVariants, fit, corrected, first, answers);
    }

    /**
     * Refuses what cannot be learned from.
     *
     * @throws TrainingException in one sentence
     */
    public void check() throws TrainingException {
        List<Example> train = splits.training();
        if (splits.classes().size() < 2) {
            throw new TrainingException("There is only one class"
                    + splits.classes().stream()
                            .map(name -> ", '" + name + "'")
                            .findFirst()
                            .orElse("")
                    + "; a classifier needs at least two, so add a folder with pictures of something else.");
        }
        for (int label = 0; label < splits.classes().size(); label++) {
            int wanted = label;
            if (train.stream().noneMatch(example -> example.label() == wanted)) {
                throw new TrainingException("The class '" + splits.classes().get(label)
                        + "' has no pictures to train on; add some, move some from the other splits, or remove the"
                        + " class.");
            }
            if (train.stream().noneMatch(example -> example.label() == wanted && !first.contains(example.key()))) {
                throw new TrainingException("The class '" + splits.classes().get(label)
                        + "' has no pictures with precise labels, so the second stage would forget it; add some, or"
                        + " train on all labels at once.");
            }
        }
    }

    /** The forms of the training pictures, picture by picture, itself first. */
    public List<Variant> trainForms() {
        return variants.of(splits.training(), splits.classes());
    }

    /** All forms whose values are needed: training, then train-dev, then dev. The locked test is not among them. */
    public List<Variant> forms() {
        Stream<Variant> others = Stream.of(splits.trainDev(), splits.dev())
                .flatMap(List::stream)
                .map(picture -> new Variant(picture, 0, Optional.empty()));
        return Stream.concat(trainForms().stream(), others).toList();
    }
}
