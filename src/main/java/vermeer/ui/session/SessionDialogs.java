package vermeer.ui.session;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import vermeer.session.FileReference;
import vermeer.session.SessionFile;

/** The system's dialogs for sessions and reports; each begins where the one before it ended. */
public final class SessionDialogs implements SessionPaths {
    private final Window window;
    private File folder;

    public SessionDialogs(Window window) {
        this.window = window;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = chooser("Open a session");
        chooser.getExtensionFilters().add(new ExtensionFilter("Sessions", "*." + SessionFile.EXTENSION));
        return path(chooser.showOpenDialog(window));
    }

    @Override
    public Optional<Path> toWrite(String what, String name, String extension) {
        FileChooser chooser = chooser("Save the " + what);
        chooser.getExtensionFilters().add(new ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        chooser.setInitialFileName(name + "." + extension);
        return path(chooser.showSaveDialog(window))
                .map(path ->
                        path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith("." + extension)
                                ? path
                                : path.resolveSibling(path.getFileName() + "." + extension));
    }

    @Override
    public Optional<Path> toLocate(FileReference missing) {
        FileChooser chooser = chooser("Where is " + missing.name() + " now?");
        File before = missing.path().getParent() == null
                ? null
                : missing.path().getParent().toFile();
        if (folder == null && before != null && before.isDirectory()) {
            chooser.setInitialDirectory(before);
        }
        return path(chooser.showOpenDialog(window));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> path(File chosen) {
        if (chosen != null) {
            folder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
