package vermeer.ui.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import vermeer.ui.workbench.Workbench;
import vermeer.ui.workspace.Workspace;
import vermeer.ui.workspace.WorkspaceRail;

/** What is in sight, and how. */
record ViewMenu(Workbench workbench, Shell shell, Runnable onSwitchTheme) {

    Menu menu() {
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
                Menus.item("Notes and maps asked for", "Shortcut+J", shell::toggleNotes),
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
                Menus.item("Light or dark", "Shortcut+T", onSwitchTheme));
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
}
