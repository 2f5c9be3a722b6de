package vermeer.ui.tuning.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Something found in the data that may do harm.
 *
 * @param kind what
 * @param sentence what it is, for the user
 * @param files pictures to show; may be none
 * @param keys of the pictures
 * @param captions under each picture
 * @param removable keys of what may be left out to mend it; may be none
 */
public record Finding(
        Kind kind, String sentence, List<Path> files, List<String> keys, List<String> captions, Set<String> removable) {

    /** The kinds, worst first. */
    public enum Kind {
        BLOCKING("Prevents training"),
        LEAK("In several splits"),
        CONTRADICTION("Different labels"),
        UNREADABLE("Cannot be read"),
        CONCERN("Keep in mind"),
        EXACT("The same file"),
        NEAR("Nearly the same"),
        NOT_USED("Not used");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The heading for people. */
        public String text() {
            return text;
        }
    }

    public Finding {
        files = List.copyOf(files);
        keys = List.copyOf(keys);
        captions = List.copyOf(captions);
        removable = Set.copyOf(removable);
    }

    /** A finding without pictures. */
    static Finding of(Kind kind, String sentence) {
        return new Finding(kind, sentence, List.of(), List.of(), List.of(), Set.of());
    }
}
