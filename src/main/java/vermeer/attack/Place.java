package vermeer.attack;

import java.util.SplittableRandom;

/**
 * A patch somewhere on a picture.
 *
 * @param left the patch's left edge among the levels
 * @param top its top edge
 */
record Place(Levels levels, Pattern patch, int left, int top) {

    static Place random(Levels levels, Pattern patch, SplittableRandom random) {
        return new Place(
                levels,
                patch,
                random.nextInt(levels.width() - patch.width() + 1),
                random.nextInt(levels.height() - patch.height() + 1));
    }

    /** The levels with the patch in place. */
    float[] covered() {
        float[] covered = levels.clean().clone();
        for (int channel = 0; channel < patch.channels(); channel++) {
            for (int y = 0; y < patch.height(); y++) {
                int from = (channel * patch.height() + y) * patch.width();
                System.arraycopy(patch.values(), from, covered, at(channel, y), patch.width());
            }
        }
        return covered;
    }

    /**
     * Adds the gradient of what the patch covers to a running mean, for a pattern of another size after stretching it.
     *
     * @param pattern what {@code sum} is for
     * @param kept the share of the mean that stays
     */
    void gather(float[] gradient, Pattern pattern, float[] sum, float kept) {
        float[] here = new float[patch.values().length];
        for (int channel = 0; channel < patch.channels(); channel++) {
            for (int y = 0; y < patch.height(); y++) {
                int to = (channel * patch.height() + y) * patch.width();
                System.arraycopy(gradient, at(channel, y), here, to, patch.width());
            }
        }
        float[] own = patch.width() == pattern.width()
                ? here
                : new Stretching(pattern.width(), pattern.height(), patch.width(), patch.height())
                        .transposed(here, patch.channels());
        double size = Norm.L_INF.dual(own);
        float scale = size > 0 ? (float) (1 / size) : 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = kept * sum[i] + scale * own[i];
        }
    }

    private int at(int channel, int y) {
        return (channel * levels.height() + top + y) * levels.width() + left;
    }
}
