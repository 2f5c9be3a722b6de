package vermeer.setting;

import java.util.List;

/** What values a setting takes, and so which control a form shows for it. */
public sealed interface Kind {

    /** A whole number between {@code min} and {@code max}, both included. */
    record Whole(long min, long max) implements Kind {}

    /** A finite number between {@code min} and {@code max}, both included. */
    record Real(double min, double max) implements Kind {}

    /** One of these names; a component of an enum type. {@code MAX_ABS} is named {@code max-abs}. */
    record Choice(List<String> names) implements Kind {
        public Choice {
            names = List.copyOf(names);
        }
    }

    /** Yes or no: {@code true} or {@code false}. */
    record Flag() implements Kind {}

    /** Any text of one line. */
    record Text() implements Kind {}

    /** The path of a folder, or nothing; a component of the type {@link java.nio.file.Path}. */
    record Folder() implements Kind {}
}
