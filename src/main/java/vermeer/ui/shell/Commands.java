package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.FxImage;
import vermeer.ui.help.AboutSheet;
import vermeer.ui.help.KeysSheet;
import vermeer.ui.intake.IntakeSheet;
import vermeer.ui.intake.IntakeViewModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.opening.OpenNetwork;
import vermeer.ui.preference.CacheViewModel;
import vermeer.ui.preference.PreferencesSheet;
import vermeer.ui.workbench.Services;
import vermeer.ui.workbench.Workbench;
import vermeer.ui.workspace.Workspace;
import vermeer.ui.workspace.WorkspaceRail;
import vermeer.ui.zoo.ZooSheet;
import vermeer.ui.zoo.ZooViewModel;

/** Everything that menus, buttons and keys can have done. */
final class Commands {
    private final Workbench workbench;
    private final Shell shell;
    private final Stage stage;
    private final FileChoosing files;

    Commands(Workbench workbench, Shell shell, Stage stage) {
        this.workbench = workbench;
        this.shell = shell;
        this.stage = stage;
        this.files = new FileChoosing(() -> stage);
    }

    Menu fileMenu() {
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
                Menus.item("Copy map", "Shortcut+C", this::copyMap),
                Menus.item("Export map…", "Shortcut+E", () -> export("Export the map as a picture", "png")),
                Menus.item("Export values…", "Shortcut+Shift+E", () -> export("Export the map's values", "npy")),
                Menus.item("Export values as CSV…", "", () -> export("Export the map's values", "csv")),
                Menus.line(),
                Menus.item("Preferences…", "Shortcut+Comma", this::showPreferences),
                Menus.line(),
                Menus.item("Quit", "Shortcut+Q", stage::close));
    }

    Menu modelMenu(String text) {
        List<MenuItem> items = new ArrayList<>();
        items.add(Menus.item("Open model…", text.isEmpty() ? "" : "Shortcut+Shift+O", () -> files.model()
                .ifPresent(this::open)));
        items.add(Menus.paths("Recent models", this::recentModels, this::open));
        items.add(Menus.paths("Samples", () -> workbench.services().samples().models(), this::open));
        items.add(Menus.item("Zoo…", "", this::showZoo));
        items.add(Menus.line());
        items.add(Menus.item("Intake check…", text.isEmpty() ? "" : "Shortcut+I", this::showIntake));
        return Menus.menu(text, items.toArray(MenuItem[]::new));
    }

    Menu viewMenu() {
        return Menus.menu(
                "View",
                workspaceMenu(),
                Menus.line(),
                Menus.tick("Map over the picture\tO", "", workbench.canvas().overlayShownProperty()),
                Menus.tick("As the network sees it\tN", "", workbench.canvas().networkViewProperty()),
                Menus.tick(
                        "Regions looked at\tR", "", workbench.canvas().regions().shownProperty()),
                Menus.tick(
                        "Draw a box to test\tB",
                        "",
                        workbench.canvas().regions().drawingProperty()),
                Menus.item("More opaque\t]", "", () -> workbench.canvas().stepOpacity(1)),
                Menus.item("Less opaque\t[", "", () -> workbench.canvas().stepOpacity(-1)),
                Menus.item("No map", "", workbench.method()::chooseNone),
                Menus.line(),
                Menus.item("Zoom in", "Shortcut+Plus", shell.canvas()::zoomIn),
                Menus.item("Zoom out", "Shortcut+Minus", shell.canvas()::zoomOut),
                Menus.item("Fit the picture", "Shortcut+0", shell.canvas()::fit),
                Menus.item("Actual size", "Shortcut+1", shell.canvas()::actualSize),
                Menus.line(),
                Menus.item("Next picture", "Shortcut+Right", () -> workbench
                        .strip()
                        .step(1)),
                Menus.item("Previous picture", "Shortcut+Left", () -> workbench
                        .strip()
                        .step(-1)),
                Menus.item("Search a class", "Shortcut+F", shell.prediction()::focusSearch),
                Menus.line(),
                Menus.item("Light or dark", "Shortcut+T", this::switchTheme));
    }

    private Menu workspaceMenu() {
        List<Workspace> workspaces = shell.workspaces().workspaces();
        return Menus.menu(
                "Workspace",
                IntStream.range(0, workspaces.size())
                        .mapToObj(index -> Menus.item(
                                workspaces.get(index).title(),
                                WorkspaceRail.keys(index),
                                () -> shell.workspaces().chosenProperty().set(workspaces.get(index))))
                        .toArray(MenuItem[]::new));
    }

    Menu helpMenu() {
        return Menus.menu(
                "Help", Menus.item("Keys", "F1", this::showKeys), Menus.item("About Vermeer", "", this::showAbout));
    }

    /** Keys that no menu item has. */
    void installKeys(Scene scene) {
        List<String> ranks = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
        Map<String, Runnable> actions = new HashMap<>(Map.of(
                "o", () -> flip(workbench.canvas().overlayShownProperty()),
                "n", () -> flip(workbench.canvas().networkViewProperty()),
                "r", () -> flip(workbench.canvas().regions().shownProperty()),
                "b", () -> flip(workbench.canvas().regions().drawingProperty()),
                "[", () -> workbench.canvas().stepOpacity(-1),
                "]", () -> workbench.canvas().stepOpacity(1),
                "+", shell.canvas()::zoomIn,
                "-", shell.canvas()::zoomOut,
                "0", shell.canvas()::fit));
        ranks.forEach(rank -> actions.put(rank, () -> workbench.prediction().chooseRank(Integer.parseInt(rank))));
        new Keys(actions).install(scene, shell.sheets()::open);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && shell.sheets().open()) {
                shell.sheets().close();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
            }
        });
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

    void cancel() {
        workbench.jobs().cancel();
        workbench.investigation().cancel();
    }

    void switchTheme() {
        workbench.preferences().change(old -> old.withTheme(old.theme().other()));
    }

    void showKeys() {
        shell.sheets().show(KeysSheet::of);
    }

    void showIntake() {
        Network network = workbench.investigation().networkProperty().get();
        if (network instanceof OpenNetwork open) {
            IntakeViewModel intake = new IntakeViewModel(
                    open,
                    workbench.investigation(),
                    workbench.opening()::onModel,
                    workbench.runner(),
                    workbench.notices());
            shell.sheets()
                    .show(close -> IntakeSheet.of(
                            intake,
                            workbench.opening()::onModel,
                            () -> workbench.canvas().networkViewProperty().set(true),
                            close));
        } else {
            workbench.notices().inform("Open a model first.");
        }
    }

    private void showZoo() {
        Services services = workbench.services();
        shell.sheets()
                .show(close -> ZooSheet.of(
                        new ZooViewModel(
                                services.zoo().get(), services.folders().models(), workbench.runner(), file -> {
                                    close.run();
                                    workbench.opening().onModel(file);
                                }),
                        network -> {
                            close.run();
                            workbench.opening().onZooNetwork(network);
                        },
                        workbench.jobs(),
                        files::model,
                        close));
    }

    private void showPreferences() {
        CacheViewModel cache =
                new CacheViewModel(workbench.services().cache(), workbench.runner(), workbench.notices());
        shell.sheets().show(close -> PreferencesSheet.of(workbench.preferences(), cache, close));
    }

    private void showAbout() {
        shell.sheets()
                .show(close -> AboutSheet.of(workbench.services().folders().logs(), close));
    }

    private void open(Path path) {
        workbench.opening().onFiles(List.of(path));
    }

    private List<Path> recentPictures() {
        return workbench.preferences().get().recentPictures().stream()
                .map(Path::of)
                .toList();
    }

    private List<Path> recentModels() {
        return workbench.preferences().get().recentModels().stream()
                .map(Path::of)
                .toList();
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
