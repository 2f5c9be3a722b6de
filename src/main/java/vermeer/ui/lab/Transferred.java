package vermeer.ui.lab;

import java.nio.file.Path;
import java.util.Locale;
import vermeer.attack.Afterwards;
import vermeer.attack.Attacking;
import vermeer.job.Progress;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.opening.ModelOpener;

/** Whether an attack's result fools another model too. */
final class Transferred {
    private Transferred() {}

    /** Opens the other model, asks it, closes it; what it answers, in one or two sentences. On the compute lane. */
    static String ask(ModelOpener models, Path file, Fooled fooled, Progress progress) throws Exception {
        Network network = models.open(file, progress.part(0, 0.8));
        try {
            Prediction clean = Prediction.ask(fooled.before().picture(), network, progress.part(0.8, 0.9));
            Prediction after = Prediction.ask(fooled.after().picture(), network, progress.part(0.9, 1));
            Attacking other = Lab.attacking(clean).orElseThrow();
            boolean found = Afterwards.transferred(other, fooled.result(), progress.part(1, 1))
                    .found();
            return String.format(
                    Locale.ROOT,
                    "%s %s: it answers %s for the original and %s for the result.",
                    network.model().name(),
                    found ? "is fooled too" : "is not fooled",
                    text(clean.best()),
                    text(after.best()));
        } finally {
            network.model().close();
        }
    }

    private static String text(ClassScore score) {
        return String.format(Locale.ROOT, "%s (%.1f %%)", score.name(), 100 * score.probability());
    }
}
