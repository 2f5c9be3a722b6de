package vermeer.train.loop;

import java.nio.file.Files;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.TrainingException;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;

/**
 * What a run has learned.
 *
 * @param head the new head
 * @param weights of the tail, by name
 * @param epoch the one whose weights these are, from 1 on
 * @param epochs how many were completed
 */
public record TrainedWeights(NewHead head, Map<String, Constant> weights, int epoch, int epochs) {

    /**
     * Reads the best epoch's weights from a run's newest checkpoint.
     *
     * @throws TrainingException where no epoch was completed yet
     */
    public static TrainedWeights read(RunFolder folder) throws TrainingException {
        RunPlan plan = folder.readPlan();
        if (!Files.exists(folder.checkpoint())) {
            throw nothing(folder);
        }
        TrainingState state = TrainingState.initial(tail(folder), zeroHead(plan), 1);
        Checkpoint.read(folder.checkpoint(), state);
        NewHead head = plan.corrected(state.bestHead().orElseThrow(() -> nothing(folder)));
        return new TrainedWeights(head, state.bestWeights(), state.progressed().bestEpoch, state.progressed().epoch);
    }

    /**
     * Reads the weights of a run's newest checkpoint, whether they are the best or not.
     *
     * @throws TrainingException where no epoch was completed yet
     */
    public static TrainedWeights newest(RunFolder folder) throws TrainingException {
        RunPlan plan = folder.readPlan();
        if (!Files.exists(folder.checkpoint())) {
            throw nothing(folder);
        }
        TrainingState state = TrainingState.initial(tail(folder), zeroHead(plan), 1);
        Checkpoint.read(folder.checkpoint(), state);
        int epoch = state.progressed().epoch;
        if (epoch == 0) {
            throw nothing(folder);
        }
        return new TrainedWeights(plan.corrected(state.head()), state.weights(), epoch, epoch);
    }

    private static TrainingException nothing(RunFolder folder) {
        return new TrainingException("The run in '" + folder.path()
                + "' has not completed an epoch yet, so there is no model to keep; resume it.");
    }

    static Tail tail(RunFolder folder) throws TrainingException {
        try {
            return Tail.of(OnnxReader.read(folder.tail()));
        } catch (GraphException damaged) {
            throw new TrainingException(
                    "The run in '" + folder.path() + "' cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    static NewHead zeroHead(RunPlan plan) {
        int classes = plan.classes().size();
        return new NewHead(plan.inputs(), classes, new float[plan.inputs() * classes], new float[classes]);
    }
}
