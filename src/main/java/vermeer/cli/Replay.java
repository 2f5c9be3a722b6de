package vermeer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermeer.attribution.AttributionMethod;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.session.Explanation;
import vermeer.session.SessionException;

/**
 * Asks a session's questions of pictures.
 *
 * @param asked the questions, each with its method
 * @param line where it is drawn how far it is
 */
record Replay(
        Surroundings surroundings,
        OpenModel model,
        Map<Explanation, AttributionMethod> asked,
        List<SessionPictures.Found> pictures,
        ProgressLine line) {

    /** @return the exit code: 1 where a picture could not be read */
    int run(Explaining explaining) throws EngineException, CommandException, FileException, CancelledException {
        List<FoundPicture> files =
                pictures.stream().map(SessionPictures.Found::picture).toList();
        return new EachInput(surroundings, model, line)
                .run(new PictureInputs(files), (input, progress) -> explain(input, explaining, progress));
    }

    private void explain(NetworkInput input, Explaining explaining, Progress progress)
            throws EngineException, CommandException, FileException, CancelledException {
        SessionPictures.Found found = pictures.stream()
                .filter(each -> each.picture().stem().equals(input.stem())
                        && each.picture().folder().equals(input.folder()))
                .findFirst()
                .orElseThrow();
        Answer answer = Answer.of(model, input.tensor(), progress.part(0, 0));
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<Explanation, AttributionMethod> question : asked.entrySet()) {
            Explanation explanation = question.getKey();
            if (found.index().isEmpty() || explanation.asks(found.index().getAsInt())) {
                Target target = target(explanation, answer);
                questions.add(new Question(question.getValue(), target, score(target, answer)));
            }
        }
        explaining.explain(input, answer, questions, found.note(), progress);
    }

    private Target target(Explanation explanation, Answer answer) throws CommandException {
        try {
            return explanation.target(model, answer.best().index());
        } catch (SessionException another) {
            throw new CommandException(another.getMessage());
        }
    }

    /** The class that a target asks for; the target of a model with one logit says it by its sign. */
    private Answer.Score score(Target target, Answer answer) {
        if (model.scores().classes() > 1) {
            return answer.of(target.index());
        }
        return answer.of(target.terms().get(0).weight() > 0 ? 1 : 0);
    }
}
