package vermeer.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.data.DataException;
import vermeer.data.balance.AnswerRule;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * Tells whether a tuned network knows pictures like this one.
 *
 * @param kept what it was trained on
 * @param rule how its answers are read, which counts for their energy; empty where as they come
 */
public record DomainCheck(OpenModel model, DomainFile.Kept kept, Optional<AnswerRule> rule) {

    /**
     * The check of a network by what lies beside its file.
     *
     * @return empty where nothing was kept there, or it is another network's
     * @throws IOException where it is damaged; the message is a sentence for the user
     * @throws DataException where what the file says about its answers is damaged
     */
    public static Optional<DomainCheck> of(OpenModel model) throws IOException, DataException {
        Path folder = model.file().toAbsolutePath().getParent();
        Optional<DomainFile.Kept> kept = folder == null ? Optional.empty() : DomainFile.read(folder);
        Optional<AnswerRule> rule = AnswerChoices.rule(AnswerChoices.of(model), model.classNames());
        boolean readable = FeatureValue.of(model.graph(), model.logitsValue()).isPresent();
        return kept.filter(there -> readable).map(there -> new DomainCheck(model, there, rule));
    }

    /**
     * Judges a picture by its input.
     *
     * @param input {@code [1, ...]}, as the network reads it
     * @param shown how many of the nearest training pictures are named
     * @return empty where what was kept is another network's
     * @apiNote Long-running; call on the compute lane.
     */
    public Optional<Domain.Judgement> judge(Tensor input, int shown, Progress progress)
            throws EngineException, CancelledException {
        String value = FeatureValue.of(model.graph(), model.logitsValue()).orElseThrow();
        Activations.Inner inner = model.activations().activations(input, List.of(value), progress);
        Tensor features = FeatureValue.pooled(inner.activations().get(value));
        if (features.itemSize() != kept.domain().directions()[0].length) {
            return Optional.empty();
        }
        double[] own = new double[inner.logits().itemSize()];
        for (int k = 0; k < own.length; k++) {
            own[k] = inner.logits().data()[k];
        }
        double[] logits =
                rule.map(each -> MappedAnswers.logits(own, each.map())).orElse(own);
        return Optional.of(kept.judge(features, 0, logits, shown));
    }

    /** Where a training picture lies, if its folder was kept. */
    public Optional<Path> file(String picture) {
        return kept.pictures()
                .map(folder -> folder.resolve(picture).normalize())
                .filter(path -> path.startsWith(kept.pictures().get().normalize()));
    }
}
