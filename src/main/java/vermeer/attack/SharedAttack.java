package vermeer.attack;

import java.util.List;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** An attack that makes one pattern for many pictures; alone, it makes one for a single picture. */
public interface SharedAttack extends GradientAttack {

    /** How many pictures the pattern is made of at most; it is put on the others as well. */
    int pictures();

    /** The pattern as a picture that can be saved, printed or added to others. */
    Picture picture(Pattern pattern);

    /** Makes the pattern. */
    Pattern train(List<Attempt> attempts, Progress progress) throws EngineException, CancelledException;

    /** Puts the pattern on a picture. */
    float[] apply(Attempt attempt, Pattern pattern, Progress progress) throws EngineException, CancelledException;

    @Override
    default float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException {
        Pattern pattern = train(List.of(attempt), progress.part(0, 0.9));
        attempt.keep(picture(pattern));
        return apply(attempt, pattern, progress.part(0.9, 1));
    }
}
