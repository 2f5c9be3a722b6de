package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.train.RunPlan;
import vermeer.train.TrainingSettings;
import vermeer.train.feature.FeatureFile;

/**
 * The batches of a stage. What is drawn by chance depends on the seed, the epoch and the step only, so any batch can be made
 * again without those before it.
 */
final class Batches {
    private static final long EPOCH = 0x9E3779B97F4A7C15L;
    private static final long STEP = 0xBF58476D1CE4E5B9L;

    private final RunPlan plan;
    private final TrainingSettings settings;
    private final FeatureFile features;
    private final int[] labels;
    private final int[] rows;
    private final List<LabelledPicture> pictures = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final double[] classShares;
    private final int inEpoch;

    /** @param used which training pictures, by their places in the split */
    Batches(RunPlan plan, TrainingSettings settings, FeatureFile features, List<Integer> used) {
        this.plan = plan;
        this.settings = settings;
        this.features = features;
        this.labels = plan.rows().train().labelArray();
        this.rows = plan.trainRows();
        Path folder = Path.of(plan.rows().folder());
        for (int i : used) {
            String key = plan.rows().train().keys().get(i);
            pictures.add(new LabelledPicture(folder.resolve(key), key, labels[i], ""));
            places.put(key, i);
        }
        int classes = plan.classes().size();
        this.classShares = settings.balancing().weights(Dataset.counts(pictures, classes));
        this.inEpoch = order(0).length;
    }

    /** Steps in an epoch. */
    int steps() {
        return (inEpoch + settings.batch() - 1) / settings.batch();
    }

    /** Pictures in an epoch, each as often as it comes. */
    int pictures() {
        return inEpoch;
    }

    /** The pictures of an epoch in the order in which it uses them. */
    private int[] order(int epoch) {
        long seed = new SplittableRandom(settings.seed() + EPOCH * (epoch + 1)).nextLong();
        return settings.balancing().epoch(pictures, plan.classes().size(), seed).stream()
                .mapToInt(picture -> places.get(picture.key()))
                .toArray();
    }

    /** The batch of a step; the last one of an epoch may be smaller. */
    Batch batch(int epoch, int step) throws IOException {
        int[] order = order(epoch);
        int from = step * settings.batch();
        int[] chosen = Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch()));
        SplittableRandom random = new SplittableRandom(settings.seed() + EPOCH * (epoch + 1) + STEP * (step + 1));
        int classes = plan.classes().size();
        float[] values = new float[chosen.length * features.item()];
        float[] targets = new float[chosen.length * classes];
        float[] shares = new float[chosen.length];
        int[] truth = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int row = rows[chosen[i]] + random.nextInt(plan.rows().forms().get(chosen[i]));
            features.read(row, values, i * features.item());
            truth[i] = labels[chosen[i]];
            shares[i] = (float) classShares[truth[i]];
            target(targets, i * classes, truth[i], plan.rows().mixed().get(row));
        }
        float sum = 0;
        for (float share : shares) {
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return new Batch(values, targets, shares, mask(chosen.length, random), truth);
    }

    private void target(float[] targets, int at, int label, RunPlan.Mixed mixed) {
        int classes = plan.classes().size();
        float sure = 1 - (float) settings.labelSmoothing();
        float other = mixed == null ? 0 : (float) mixed.share();
        Arrays.fill(targets, at, at + classes, (float) settings.labelSmoothing() / classes);
        targets[at + label] += sure * (1 - other);
        if (mixed != null) {
            targets[at + mixed.label()] += sure * other;
        }
    }

    private float[] mask(int count, SplittableRandom random) {
        float[] mask = new float[count * plan.inputs()];
        float kept = (float) (1 / (1 - settings.dropout()));
        for (int i = 0; i < mask.length; i++) {
            mask[i] = settings.dropout() > 0 && random.nextDouble() < settings.dropout() ? 0 : kept;
        }
        return mask;
    }
}
