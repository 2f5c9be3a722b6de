package vermeer.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermeer.attack.defence.Defence;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.tensor.Tensor;

/**
 * One attack on one picture: what may be changed and how far, what is wanted, and what the network is asked on the way,
 * which is counted.
 */
final class Attempt {
    private final ImageModel model;
    private final Levels levels;
    private final Goal goal;
    private final Optional<Limit> limit;
    private final float[] cleanLogits;
    private final List<String> remarks = new ArrayList<>();
    private Optional<Picture> pattern = Optional.empty();
    private long queries;
    private long gradients;

    private Attempt(ImageModel model, Levels levels, Goal goal, Optional<Limit> limit, float[] cleanLogits) {
        this.model = model;
        this.levels = levels;
        this.goal = goal;
        this.limit = limit;
        this.cleanLogits = cleanLogits;
    }

    /** @param cleanLogits what the network answers for the picture as it is */
    static Attempt of(
            Attack attack,
            ImageModel model,
            Preprocessing preprocessing,
            Picture picture,
            Goal goal,
            float[] cleanLogits) {
        Levels levels = attack.space() == Space.PICTURE
                ? new PictureLevels(preprocessing, picture)
                : new InputLevels(preprocessing, picture);
        return new Attempt(model, levels, goal, attack.limit(), cleanLogits);
    }

    /** An attempt that knows of a defence, on the picture before it. */
    static Attempt through(
            Defence defence,
            Attack attack,
            ImageModel model,
            Preprocessing preprocessing,
            Picture picture,
            Goal goal,
            float[] cleanLogits) {
        Levels levels = new DefendedLevels(preprocessing, picture, defence);
        return new Attempt(model, levels, goal, attack.limit(), cleanLogits);
    }

    Levels levels() {
        return levels;
    }

    Goal goal() {
        return goal;
    }

    /** The levels before the attack; shared, not to be written to. */
    float[] clean() {
        return levels.clean();
    }

    float[] cleanLogits() {
        return cleanLogits;
    }

    /** How large the change may be before rounding; empty where the attack looks for the smallest. */
    Optional<Limit> limit() {
        return limit;
    }

    /** Notes what a user should know of this attempt, in one sentence. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    List<String> remarks() {
        return remarks;
    }

    /** Keeps a pattern that the attack has made, such as a patch. */
    void keep(Picture made) {
        pattern = Optional.of(made);
    }

    Optional<Picture> pattern() {
        return pattern;
    }

    /** Forward passes so far. */
    long queries() {
        return queries;
    }

    /** Gradient passes so far. */
    long gradients() {
        return gradients;
    }

    /** The logits of several arrays of levels, as they are: one row each. */
    List<float[]> logits(List<float[]> candidates, Progress progress) throws EngineException, CancelledException {
        Tensor input = levels.input(candidates.toArray(float[][]::new));
        return rows(forward(input, progress));
    }

    /** What the gradient of a weighted sum of logits is at some levels. */
    Slope slope(float[] at, float[] seed, Progress progress) throws EngineException, CancelledException {
        List<Slope> one = slopes(at, List.of(seed), progress);
        return one.get(0);
    }

    /** The gradients of several weighted sums of logits at some levels, on one forward pass. */
    List<Slope> slopes(float[] at, List<float[]> seeds, Progress progress) throws EngineException, CancelledException {
        int classes = cleanLogits.length;
        Tensor weights = Tensor.zeros(1, seeds.size(), classes);
        for (int i = 0; i < seeds.size(); i++) {
            System.arraycopy(seeds.get(i), 0, weights.data(), i * classes, classes);
        }
        gradients++;
        Gradients.Several several =
                model.gradients().orElseThrow().gradients(levels.input(at), weights, progress.part(0, 0));
        float[] logits = several.logits().data();
        List<Slope> slopes = new ArrayList<>();
        for (Tensor gradient : several.inputs()) {
            slopes.add(new Slope(logits, levels.carriedBack(gradient, 0)));
        }
        return slopes;
    }

    /** The levels within 0 to 255 and the limit. */
    float[] limited(float[] at) {
        float[] limited = at.clone();
        if (limit.isPresent()) {
            limit.get().project(limited, clean());
        } else {
            clip(limited);
        }
        return limited;
    }

    /** The levels as 8 bits hold them: whole, within 0 to 255 and what of the limit is left for whole levels. */
    float[] rounded(float[] at) {
        float[] rounded = limited(at);
        Optional<Limit> whole = limit.map(Limit::whole);
        boolean bounded = whole.isPresent() && whole.get().norm() == Norm.L_INF;
        Whole.round(rounded, clean(), bounded ? (float) whole.get().epsilon() : 255);
        whole.filter(most -> most.norm() == Norm.L2).ifPresent(most -> shrink(rounded, most.radius(rounded.length)));
        return rounded;
    }

    /** The levels as they count: rounded where the result is a picture of 8 bits. */
    float[] counted(float[] at) {
        return levels.whole() ? rounded(at) : limited(at);
    }

    /** Whether levels reach the goal as they count: rounded to 8 bits and read anew where the result is a picture. */
    boolean succeeds(float[] at, Progress progress) throws EngineException, CancelledException {
        float[] counted = counted(at);
        if (levels instanceof PictureLevels && Arrays.equals(counted, clean())) {
            // Rounding has undone everything; the clean picture was asked about before.
            return goal.reached(cleanLogits);
        }
        Tensor input = levels.whole() ? levels.read(levels.picture(counted)) : levels.input(counted);
        return goal.reached(forward(input, progress).data());
    }

    private Tensor forward(Tensor input, Progress progress) throws EngineException, CancelledException {
        queries += input.batch();
        return model.scores().logits(input, progress.part(0, 0));
    }

    private static List<float[]> rows(Tensor logits) {
        List<float[]> rows = new ArrayList<>();
        int classes = logits.itemSize();
        for (int i = 0; i < logits.batch(); i++) {
            rows.add(Arrays.copyOfRange(logits.data(), i * classes, (i + 1) * classes));
        }
        return rows;
    }

    private static void clip(float[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.max(0, Math.min(255, levels[i]));
        }
    }

    /** Rounding may have lengthened the change: the smallest changes are taken back until it is short enough. */
    private void shrink(float[] whole, double radius) {
        double sum = 0;
        for (int i = 0; i < whole.length; i++) {
            sum += Math.pow(whole[i] - clean()[i], 2);
        }
        for (int size = 1; sum > radius * radius && size <= 255; size++) {
            for (int i = 0; i < whole.length && sum > radius * radius; i++) {
                if (Math.abs(whole[i] - clean()[i]) == size) {
                    sum -= (double) size * size;
                    whole[i] = clean()[i];
                }
            }
        }
    }
}
