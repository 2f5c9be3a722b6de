package vermeer.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where looks at the test split are written down. */
@FunctionalInterface
public interface LookLog {

    /**
     * Writes a look down.
     *
     * @throws IOException where it could not be written; the message is a sentence for the user
     */
    void record(Look look) throws IOException;

    /** A log in memory, for data that has no file of decisions. */
    static LookLog into(List<Look> looks) {
        return looks::add;
    }

    /** A log that nobody reads later; for pictures that are made up. */
    static LookLog none() {
        return into(new ArrayList<>());
    }
}
