package vermeer.attack;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Scales a change that works to the smallest that works as it counts: larger first, where rounding has undone it. */
final class Shrinking {
    private static final double GROWTH = 1.5;
    private static final int HALVINGS = 6;

    private Shrinking() {}

    /** @return the levels as they count; where no scale works, the change as it was */
    static float[] smallest(Attempt attempt, float[] levels, Progress progress)
            throws EngineException, CancelledException {
        double works = growing(attempt, levels, progress);
        if (works == 0) {
            return levels;
        }
        double fails = works > 1 ? works / GROWTH : 0;
        for (int i = 0; i < HALVINGS; i++) {
            progress.checkCancelled();
            double between = (fails + works) / 2;
            if (attempt.succeeds(scaled(attempt.clean(), levels, between), progress)) {
                works = between;
            } else {
                fails = between;
            }
        }
        return scaled(attempt.clean(), levels, works);
    }

    /** The first factor that works, from 1 up until the largest change is 255; 0 where none does. */
    private static double growing(Attempt attempt, float[] levels, Progress progress)
            throws EngineException, CancelledException {
        float[] change = new float[levels.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = levels[i] - attempt.clean()[i];
        }
        double largest = Norm.L_INF.of(change);
        // A change that rounding undoes everywhere needs no query.
        double factor = attempt.levels().whole() && largest > 0 ? Math.max(1, 0.5 / largest) : 1;
        for (; factor * largest <= 255; factor *= GROWTH) {
            progress.checkCancelled();
            if (attempt.succeeds(scaled(attempt.clean(), levels, factor), progress)) {
                return factor;
            }
        }
        return 0;
    }

    private static float[] scaled(float[] clean, float[] levels, double factor) {
        float[] scaled = new float[clean.length];
        float share = (float) factor;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.max(0, Math.min(255, clean[i] + share * (levels[i] - clean[i])));
        }
        return scaled;
    }
}
