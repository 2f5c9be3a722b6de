package vermeer.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import vermeer.image.PictureReader;

/** The system's dialogs for files; each begins where the one before it ended. Tests answer in their place. */
public class FileChoosing {
    private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*.*");

    private final Supplier<Window> window;
    private File folder;

    /** @param window that the dialogs belong to; asked for when one opens */
    public FileChoosing(Supplier<Window> window) {
        this.window = window;
    }

    public List<Path> pictures() {
        FileChooser chooser = chooser(
                "Open pictures",
                new ExtensionFilter(
                        "Pictures",
                        PictureReader.extensions().stream()
                                .map(extension -> "*." + extension)
                                .toList()));
        List<File> chosen = chooser.showOpenMultipleDialog(window.get());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        folder = chosen.get(0).getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of pictures");
        chooser.setInitialDirectory(folder);
        File chosen = chooser.showDialog(window.get());
        folder = chosen == null ? folder : chosen;
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    public Optional<Path> model() {
        return file(
                chooser("Open a model", new ExtensionFilter("Models", "*.onnx", "*.zip", "*.h5", "*.hdf5", "*.keras"))
                        .showOpenDialog(window.get()));
    }

    /** A video file. */
    public Optional<Path> video() {
        return file(chooser("Open a video", new ExtensionFilter("Videos", "*.avi", "*.mp4", "*.mov", "*.mkv", "*.wmv"))
                .showOpenDialog(window.get()));
    }

    /** A file with class names. */
    public Optional<Path> classList() {
        return file(chooser("Choose a class list", new ExtensionFilter("Lists", "*.txt", "*.csv", "*.names"))
                .showOpenDialog(window.get()));
    }

    /** Where to write a file; the name gets its ending if the user leaves it out. */
    public Optional<Path> save(String title, String name, String extension) {
        FileChooser chooser = chooser(title, new ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        chooser.setInitialFileName(name + "." + extension);
        return file(chooser.showSaveDialog(window.get()))
                .map(path -> path.getFileName().toString().endsWith("." + extension)
                        ? path
                        : path.resolveSibling(path.getFileName() + "." + extension));
    }

    private Optional<Path> file(File chosen) {
        if (chosen != null) {
            folder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private FileChooser chooser(String title, ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(filter, ALL);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }
}
