package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.FxImage;
import vermeer.ui.preference.CacheViewModel;
import vermeer.ui.preference.PreferencesSheet;
import vermeer.ui.session.SessionCommands;
import vermeer.ui.workbench.Workbench;

/** Pictures and sessions in, maps and reports out. */
final class FileMenu {
    private final Workbench workbench;
    private final Shell shell;
    private final FileChoosing files;
    private final SessionCommands sessions;
    private final Runnable onQuit;

    FileMenu(Workbench workbench, Shell shell, FileChoosing files, SessionCommands sessions, Runnable onQuit) {
        this.workbench = workbench;
        this.shell = shell;
        this.files = files;
        this.sessions = sessions;
        this.onQuit = onQuit;
    }

    Menu menu() {
        return Menus.menu(
                "File",
                Menus.item("Open pictures…", "Shortcut+O", () -> workbench
                        .opening()
                        .onFiles(files.pictures())),
                Menus.item("Open folder…", "Shortcut+D", () -> files.folder()
                        .ifPresent(folder -> workbench.opening().onFiles(List.of(folder)))),
                Menus.paths("Recent pictures", this::recentPictures, this::open),
                Menus.paths(
                        "Sample pictures", () -> workbench.services().samples().pictures(), this::open),
                Menus.line(),
                Menus.item("New session", "Shortcut+N", sessions::begin),
                Menus.item("Open session…", "Shortcut+Alt+O", sessions::open),
                Menus.item("Save session", "Shortcut+S", sessions::save),
                Menus.item("Save session as…", "Shortcut+Shift+S", sessions::saveAs),
                Menus.line(),
                Menus.item("Copy map", "Shortcut+C", this::copyMap),
                Menus.item("Export map…", "Shortcut+E", () -> export("Export the map as a picture", "png")),
                Menus.item("Export values…", "Shortcut+Shift+E", () -> export("Export the map's values", "npy")),
                Menus.item("Export values as CSV…", "", () -> export("Export the map's values", "csv")),
                Menus.item("Report…", "Shortcut+P", sessions::report),
                Menus.line(),
                Menus.item("Preferences…", "Shortcut+Comma", this::showPreferences),
                Menus.line(),
                Menus.item("Quit", "Shortcut+Q", onQuit));
    }

    private void copyMap() {
        workbench.export().copy(pixels -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(FxImage.image(pixels.width(), pixels.height(), pixels.argb()));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void export(String title, String extension) {
        workbench
                .export()
                .fileName()
                .flatMap(name -> files.save(title, name, extension))
                .ifPresent(file -> {
                    if (extension.equals("png")) {
                        workbench.export().writePng(file);
                    } else {
                        workbench.export().writeValues(file);
                    }
                });
    }

    private void showPreferences() {
        CacheViewModel cache =
                new CacheViewModel(workbench.services().cache(), workbench.runner(), workbench.notices());
        shell.sheets().show(close -> PreferencesSheet.of(workbench.preferences(), cache, close));
    }

    private void open(Path path) {
        workbench.opening().onFiles(List.of(path));
    }

    private List<Path> recentPictures() {
        return workbench.preferences().get().recentPictures().stream()
                .map(Path::of)
                .toList();
    }
}
