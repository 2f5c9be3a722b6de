package vermeer.train.loop;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.evaluation.LinearHead;
import vermeer.evaluation.SoftmaxRegression;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.HeadStart;
import vermeer.train.RunPlan;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureFile;

/**
 * What the new head starts from.
 *
 * @param pictures the training pictures that it may learn from, by their places in the split
 */
record FirstHead(
        Engine engine,
        RunPlan plan,
        TrainingSettings settings,
        Tail tail,
        FeatureFile features,
        List<Integer> pictures) {
    private static final int TOGETHER = 32;

    NewHead make(Progress progress) throws EngineException, CancelledException, IOException {
        boolean headOnly = tail.graph().nodes().isEmpty();
        HeadStart start = settings.headStart();
        if (start == HeadStart.ZERO || (start == HeadStart.AUTO && headOnly)) {
            return TrainedWeights.zeroHead(plan);
        }
        int[] all = plan.rows().train().labelArray();
        int[] labels = pictures.stream().mapToInt(i -> all[i]).toArray();
        LinearHead fitted = new SoftmaxRegression()
                .fit(trainFeatures(progress), labels, plan.classes().size(), progress);
        int inputs = plan.inputs();
        int classes = plan.classes().size();
        float[] weights = new float[inputs * classes];
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < classes; k++) {
                weights[i * classes + k] = fitted.weights().data()[k * inputs + i];
            }
        }
        return new NewHead(inputs, classes, weights, fitted.biases());
    }

    /** The features of the training pictures, not augmented, as the network is before training. */
    private Tensor trainFeatures(Progress progress) throws EngineException, CancelledException, IOException {
        int count = pictures.size();
        int[] rows = plan.trainRows();
        float[] all = new float[count * plan.inputs()];
        if (tail.graph().nodes().isEmpty()) {
            for (int i = 0; i < count; i++) {
                features.read(rows[pictures.get(i)], all, i * plan.inputs());
            }
            return new Tensor(new int[] {count, plan.inputs()}, all);
        }
        int[] shape = Arrays.stream(tail.input().shape())
                .mapToInt(extent -> (int) Math.max(extent, -1))
                .toArray();
        try (Session session = engine.open(tail.graph())) {
            for (int from = 0; from < count; from += TOGETHER) {
                int part = Math.min(TOGETHER, count - from);
                shape[0] = part;
                Tensor values = Tensor.zeros(shape.clone());
                for (int i = 0; i < part; i++) {
                    features.read(rows[pictures.get(from + i)], values.data(), i * features.item());
                }
                float[] found = session.run(Map.of(tail.input().name(), values), List.of(tail.features()), progress)
                        .get(tail.features())
                        .data();
                System.arraycopy(found, 0, all, from * plan.inputs(), found.length);
            }
        }
        return new Tensor(new int[] {count, plan.inputs()}, all);
    }
}
