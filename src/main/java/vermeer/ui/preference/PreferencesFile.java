package vermeer.ui.preference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermeer.file.AtomicFile;

/** Keeps the preferences in a JSON file. A file that cannot be read is set aside, never overwritten. */
public final class PreferencesFile {
    private static final long LONGEST = 1 << 20;

    private final Path file;
    private final PreferencesJson json = new PreferencesJson();

    public PreferencesFile(Path file) {
        this.file = file;
    }

    /** The stored preferences; the initial ones where there are none that can be read. */
    public Preferences load() {
        try {
            if (!Files.exists(file)) {
                return Preferences.initial();
            }
            if (Files.size(file) > LONGEST) {
                throw new IOException("longer than " + LONGEST + " bytes");
            }
            return json.read(Files.readAllBytes(file));
        } catch (IOException e) {
            log().warn("The preferences {} cannot be read; they are set aside.", file, e);
            setAside();
            return Preferences.initial();
        }
    }

    /** Stores the preferences in one step. */
    public void save(Preferences preferences) throws IOException {
        AtomicFile.write(file, json.write(preferences));
    }

    private void setAside() {
        try {
            Files.move(
                    file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log().warn("The preferences {} cannot be set aside.", file, e);
        }
    }

    /** Asked for when there is something to say: to start the log takes a good part of the start-up. */
    private static Logger log() {
        return LoggerFactory.getLogger(PreferencesFile.class);
    }
}
