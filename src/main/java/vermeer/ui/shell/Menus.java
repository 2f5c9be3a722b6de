package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** Builds menus. */
final class Menus {
    private Menus() {}

    static MenuBar bar(Menu... menus) {
        MenuBar bar = new MenuBar(menus);
        bar.setId("menu-bar");
        return bar;
    }

    static Menu menu(String text, MenuItem... items) {
        return new Menu(text, null, items);
    }

    static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.text());
        command.keys().ifPresent(item::setAccelerator);
        item.setOnAction(chosen -> command.action().run());
        return item;
    }

    static MenuItem item(String text, String keys, Runnable action) {
        return item(Command.of(text, keys, action));
    }

    static MenuItem line() {
        return new SeparatorMenuItem();
    }

    /** An item with a tick that follows a property and changes it. */
    static CheckMenuItem tick(String text, String keys, Property<Boolean> property) {
        CheckMenuItem item = new CheckMenuItem(text);
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.selectedProperty().bindBidirectional(property);
        return item;
    }

    /** A menu of paths that is made anew each time it opens. */
    static Menu paths(String text, Supplier<List<Path>> paths, Consumer<Path> open) {
        Menu menu = new Menu(text);
        Runnable fill = () -> {
            menu.getItems()
                    .setAll(paths.get().stream()
                            .map(path -> pathItem(path, open))
                            .toList());
            if (menu.getItems().isEmpty()) {
                MenuItem none = new MenuItem("None yet");
                none.setDisable(true);
                menu.getItems().add(none);
            }
        };
        fill.run();
        menu.setOnShowing(shown -> fill.run());
        return menu;
    }

    private static MenuItem pathItem(Path path, Consumer<Path> open) {
        Path folder = path.getParent();
        String where = folder == null || folder.getFileName() == null ? "" : "   (" + folder.getFileName() + ")";
        MenuItem item = new MenuItem(path.getFileName() + where);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> open.accept(path));
        return item;
    }
}
