package vermeer.cli;

import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.image.PictureException;
import vermeer.model.OpenModel;
import vermeer.model.Target;

/**
 * What is explained of each picture.
 *
 * @param index the class; empty for the predicted one
 * @param against the class that it is held against; empty where the class alone is explained
 */
record TargetChoice(OpenModel model, Optional<Integer> index, Optional<Integer> against) {

    /** The class explained, as the model answers it. */
    Answer.Score score(Answer answer) {
        return index.map(answer::of).orElseGet(answer::best);
    }

    /**
     * What is explained of a picture.
     *
     * @param image the picture's name for people
     * @throws PictureException where the picture is predicted to be the very class that it should be held against
     */
    Target target(Answer answer, String image) throws PictureException {
        Answer.Score score = score(answer);
        if (against.isPresent() && against.get() == score.index()) {
            throw new PictureException(image + " is predicted to be " + score.name()
                    + " itself, so nothing can be held against that; name another class with --target.");
        }
        Target explained = model.target(score.index());
        return against.map(other -> explained.minus(model.target(other))).orElse(explained);
    }

    /** The question that a method is asked. */
    Question question(AttributionMethod method, Answer answer, String image) throws PictureException {
        return new Question(method, target(answer, image), score(answer));
    }
}
