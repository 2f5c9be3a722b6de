package vermeer.ui.tuning.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vermeer.advice.ErrorCount;
import vermeer.data.LabelledPicture;

/** A person labels some of the photos, without seeing their labels: how often do people err? */
final class LabellingGame {
    /** Enough to tell 0 % from 15 %, and over in two minutes. */
    static final int PHOTOS = 20;

    private final List<LabelledPicture> pictures;
    private int place;
    private int errors;

    /** @param all photos with labels that can be trusted, at least one */
    LabellingGame(List<LabelledPicture> all, long seed) {
        List<LabelledPicture> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        pictures = List.copyOf(shuffled.subList(0, Math.min(PHOTOS, shuffled.size())));
    }

    /** The photo to label; only while the game is not {@link #over()}. */
    LabelledPicture current() {
        return pictures.get(place);
    }

    /** Which photo it is, from 1. */
    int number() {
        return place + 1;
    }

    int photos() {
        return pictures.size();
    }

    boolean over() {
        return place == pictures.size();
    }

    /** Says which class the photo shows. */
    void guess(int label) {
        if (pictures.get(place).label() != label) {
            errors++;
        }
        place++;
    }

    /** What came of it; only when it is over. */
    ErrorCount result() {
        return new ErrorCount(errors, pictures.size());
    }
}
