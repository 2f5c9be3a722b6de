package vermeer.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.help.AboutSheet;
import vermeer.ui.help.KeysSheet;
import vermeer.ui.log.LogSheet;
import vermeer.ui.log.LogViewModel;
import vermeer.ui.session.SessionCommands;
import vermeer.ui.session.SessionPaths;
import vermeer.ui.workbench.Workbench;

/** Everything that menus, buttons and keys can have done. */
final class Commands {
    private final Workbench workbench;
    private final Shell shell;
    private final Stage stage;
    private final FileChoosing files;
    private final SessionCommands sessions;
    private final ModelMenu models;

    /** @param paths asks for the paths of sessions and reports */
    Commands(Workbench workbench, Shell shell, Stage stage, SessionPaths paths) {
        this.workbench = workbench;
        this.shell = shell;
        this.stage = stage;
        this.files = new FileChoosing(() -> stage);
        this.sessions = new SessionCommands(workbench.sessions(), shell.sheets(), paths);
        this.models = new ModelMenu(workbench, shell, files);
    }

    Menu fileMenu() {
        return new FileMenu(workbench, shell, files, sessions, this::quit).menu();
    }

    Menu modelMenu(String text) {
        return models.menu(text);
    }

    Menu viewMenu() {
        return new ViewMenu(workbench, shell, this::switchTheme).menu();
    }

    Menu helpMenu() {
        return Menus.menu(
                "Help",
                Menus.item("Keys", "F1", this::showKeys),
                Menus.item("Show the log", "", this::showLog),
                Menus.item("About Vermeer", "", this::showAbout));
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

    SessionCommands sessions() {
        return sessions;
    }

    /** Closes the window as its own button does, so that unsaved work is asked about. */
    private void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
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
        models.showIntake();
    }

    private void showLog() {
        LogViewModel log = new LogViewModel(workbench.services().folders().logs(), workbench.runner());
        shell.sheets().show(close -> LogSheet.of(log, close));
    }

    private void showAbout() {
        shell.sheets()
                .show(close -> AboutSheet.of(workbench.services().folders().logs(), close));
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }
}
