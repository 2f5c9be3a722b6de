package vermeer.ui.live;

import java.util.Optional;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.ui.investigation.OpenPicture;

/** What Live looks at. {@link #next} runs beside the window, by one thread at a time; the rest belongs to the window. */
interface LiveSource {

    /** What the user calls it. */
    String name();

    /** Whether its pictures come so fast that each is shown together with its answer, or not at all. */
    boolean moving();

    /** The newest picture, if it was not returned before. */
    Optional<OpenPicture> next(Progress progress) throws PictureException, CancelledException;

    /** Whether no picture will come any more, unless it begins anew. */
    boolean ended();

    /** Stands still, or goes on; where it has ended it begins anew. */
    void pause(boolean still);
}
