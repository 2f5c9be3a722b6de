package vermeer.ui.simple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.data.LabelledPicture;
import vermeer.data.balance.AnswerRule;
import vermeer.evaluation.Answering;
import vermeer.evaluation.Answers;
import vermeer.evaluation.Domain;
import vermeer.evaluation.DomainFile;
import vermeer.evaluation.MappedAnswers;
import vermeer.image.ColourBar;
import vermeer.image.Decoder;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.NetworkInput;
import vermeer.ui.method.UsualMethod;

/**
 * Asks the network about one photo.
 *
 * @param domain what it was trained on; empty where that was not kept beside it
 * @param rule how its answers are read; empty where as they come
 */
record Asking(
        Network network,
        Optional<DomainFile.Kept> domain,
        Optional<AnswerRule> rule,
        Decoder decoder,
        List<AttributionMethod> methods) {
    private static final int SHOWN = 3;
    private static final int THUMBNAIL = 160;

    SimpleAnswer ask(Path file, Progress progress) throws Exception {
        OpenModel model = (OpenModel) network.model();
        Picture picture = decoder.decode(file, progress.part(0, 0));
        LabelledPicture labelled = new LabelledPicture(file, file.getFileName().toString(), 0, "");
        Answers answers = new Answering(model, decoder).answer(List.of(labelled), new int[] {0}, progress.part(0, 0.4));
        if (answers.size() == 0) {
            throw new PictureException(answers.unread().get(0).reason());
        }
        double[] given = answers.predictions().probabilities(0);
        double[] probabilities = rule.map(each -> each.probabilities(given)).orElse(given);
        int best = rule.map(each -> each.decide(given))
                .orElse(answers.predictions().predicted(0));
        List<String> names = rule.map(AnswerRule::classes).orElse(model.classNames());
        int explained = explained(best, given);
        AttributionMethod method = UsualMethod.of(model, methods);
        NetworkInput input = network.input(picture);
        Subject subject = new Subject(input.tensor(), input.region(), model.target(explained));
        Heatmap map = method.explain(model, subject, Sketch.none(), progress.part(0.4, 1))
                .map();
        Overlay overlay = Overlay.suiting(map);
        Optional<Domain.Judgement> judgement = judge(answers);
        return new SimpleAnswer(
                file,
                picture,
                names.get(best),
                probabilities[best],
                others(names, best, probabilities),
                note(names, best, probabilities),
                model.classNames().get(explained),
                overlay.draw(picture, map),
                ColourBar.of(overlay, map),
                UsualMethod.text(method),
                warning(judgement),
                nearest(judgement, progress));
    }

    /** The network's own class that is explained: of those that the answer stands for, the most probable one. */
    private int explained(int answer, double... given) {
        if (rule.isEmpty()) {
            return answer;
        }
        List<Integer> places = rule.get().map().places();
        return IntStream.range(0, given.length)
                .filter(k -> places.get(k) == answer)
                .boxed()
                .max(Comparator.comparingDouble(k -> given[k]))
                .orElseThrow();
    }

    /** Why the answer is not the most probable class; mostly empty. */
    private static String note(List<String> names, int best, double... probabilities) {
        int probable = IntStream.range(0, probabilities.length)
                .boxed()
                .max(Comparator.comparingDouble(k -> probabilities[k]))
                .orElseThrow();
        return probabilities[probable] > probabilities[best]
                ? names.get(probable) + " is more probable, but to miss " + names.get(best) + " costs more."
                : "";
    }

    private Optional<Domain.Judgement> judge(Answers answers) {
        double[] own = answers.predictions().logits()[0];
        double[] logits =
                rule.map(each -> MappedAnswers.logits(own, each.map())).orElse(own);
        boolean fits = domain.isPresent()
                && answers.features().isPresent()
                && answers.features().get().itemSize() == domain.get().domain().directions()[0].length;
        return fits ? Optional.of(domain.get().judge(answers.features().get(), 0, logits, SHOWN)) : Optional.empty();
    }

    private String warning(Optional<Domain.Judgement> judgement) {
        if (judgement.isEmpty()) {
            return "";
        }
        return judgement.get().strange()
                ? "This photo is unlike anything that the network was trained on, so do not trust the answer."
                : "";
    }

    private List<SimpleAnswer.Nearest> nearest(Optional<Domain.Judgement> judgement, Progress progress)
            throws CancelledException {
        List<SimpleAnswer.Nearest> nearest = new ArrayList<>();
        if (judgement.isPresent() && judgement.get().strange()) {
            for (Domain.Neighbour each : judgement.get().nearest()) {
                nearest.add(new SimpleAnswer.Nearest(each.picture(), picture(each.picture(), progress)));
            }
        }
        return nearest;
    }

    /** A training photo, where its folder is known and it is still there. */
    private Optional<Picture> picture(String name, Progress progress) throws CancelledException {
        Optional<Path> folder = domain.flatMap(DomainFile.Kept::pictures);
        if (folder.isEmpty() || !folder.get().resolve(name).normalize().startsWith(folder.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.decode(folder.get().resolve(name), progress.part(0, 0))
                    .fitting(THUMBNAIL));
        } catch (PictureException gone) {
            return Optional.empty();
        }
    }

    private static String others(List<String> names, int best, double... probabilities) {
        return IntStream.range(0, probabilities.length)
                .filter(k -> k != best)
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a]))
                .limit(2)
                .map(k -> String.format(Locale.ROOT, "%s %.1f %%", names.get(k), 100 * probabilities[k]))
                .collect(Collectors.joining(", "));
    }
}
