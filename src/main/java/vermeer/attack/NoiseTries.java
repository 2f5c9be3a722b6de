package vermeer.attack;

import java.util.SplittableRandom;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Tries random noises one after another. */
final class NoiseTries {
    private NoiseTries() {}

    /** Draws levels around the clean ones. */
    @FunctionalInterface
    interface Kind {
        float[] draw(float[] clean, Limit limit, SplittableRandom random);
    }

    static float[] search(Attempt attempt, int tries, long seed, Kind kind, Progress progress)
            throws EngineException, CancelledException {
        SplittableRandom random = new SplittableRandom(seed);
        Limit limit = attempt.limit().orElseThrow();
        float[] levels = attempt.clean();
        for (int i = 0; i < tries; i++) {
            progress.checkCancelled();
            levels = kind.draw(attempt.clean(), limit, random);
            if (attempt.succeeds(levels, progress)) {
                break;
            }
            progress.report(i + 1L, tries);
        }
        return levels;
    }
}
