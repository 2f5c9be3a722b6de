package vermeer.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.model.OpenModel;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.TrainingException;

/**
 * The splits of a folder's pictures, where somebody chose them: the training run that the model comes from, the folder's
 * decisions, or folders called train, val and test. Splits that chance would draw now are none.
 */
final class KnownSplits {
    private KnownSplits() {}

    /** By the pictures' keys; empty where nobody chose any. */
    static Optional<Map<String, Split>> of(Prepared prepared, OpenModel model) {
        Optional<Map<String, Split>> trained = ofRun(prepared, model);
        if (trained.isPresent()) {
            return trained;
        }
        boolean chosen = !prepared.decisions().assignments().isEmpty()
                || prepared.dataset().parts().stream()
                        .anyMatch(part -> Split.ofFolder(part).isPresent());
        return chosen ? Optional.of(prepared.splits().assignments()) : Optional.empty();
    }

    /** Those of the run in whose folder the model lies, if it learnt from this folder. What it left out is test. */
    private static Optional<Map<String, Split>> ofRun(Prepared prepared, OpenModel model) {
        RunFolder folder = new RunFolder(model.file().toAbsolutePath().getParent());
        if (!folder.begun()) {
            return Optional.empty();
        }
        try {
            RunPlan.Rows rows = folder.readPlan().rows();
            if (!prepared.dataset().folder().toString().equals(rows.folder())) {
                return Optional.empty();
            }
            Map<String, Split> splits = new HashMap<>();
            prepared.dataset().pictures().forEach(picture -> splits.put(picture.key(), Split.TEST));
            rows.train().keys().forEach(key -> splits.put(key, Split.TRAIN));
            rows.trainDev().keys().forEach(key -> splits.put(key, Split.TRAIN_DEV));
            rows.dev().keys().forEach(key -> splits.put(key, Split.DEV));
            return Optional.of(splits);
        } catch (TrainingException unreadable) {
            return Optional.empty();
        }
    }
}
