package vermeer.ui.preference;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vermeer.image.Limits;
import vermeer.ui.control.Section;
import vermeer.ui.control.Sheet;

/** The preferences as a sheet: theme, cache, and the limits that keep hostile files harmless. */
public final class PreferencesSheet {
    private PreferencesSheet() {}

    public static Sheet of(PreferencesViewModel preferences, CacheViewModel cache, Runnable close) {
        VBox body = new VBox(
                20,
                new Section("Look", grid("Theme", theme(preferences))),
                new Section("Cache", cache(cache)),
                new Section("Limits", limits(Limits.standard())));
        return new Sheet("Preferences", body, 600, close);
    }

    private static ComboBox<ThemeChoice> theme(PreferencesViewModel preferences) {
        ComboBox<ThemeChoice> box = new ComboBox<>();
        box.setId("theme-choice");
        box.getItems().setAll(ThemeChoice.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(ThemeChoice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public ThemeChoice fromString(String text) {
                return ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT));
            }
        });
        box.setValue(preferences.get().theme());
        box.setOnAction(chosen -> preferences.change(old -> old.withTheme(box.getValue())));
        return box;
    }

    private static VBox cache(CacheViewModel cache) {
        Label size = new Label();
        size.textProperty().bind(cache.sizeProperty());
        Button clear = new Button("Clear");
        clear.setId("clear-cache");
        clear.setOnAction(pressed -> cache.clear());
        HBox line = new HBox(10, size, clear);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                6,
                grid("Folder", new Label(cache.folder()), "Size", line),
                explanation("Converted networks; what is cleared is computed again when it is needed."));
    }

    private static VBox limits(Limits limits) {
        return new VBox(
                6,
                grid(
                        "Picture files",
                        new Label("up to " + (limits.fileBytes() >> 20) + " MB"),
                        "Full size",
                        new Label("up to " + limits.pixels() / 1_000_000 + " megapixels; larger ones are reduced to "
                                + limits.reducedSide() + " px"),
                        "Reading",
                        new Label("at most " + limits.deadline().toSeconds() + " s a picture"),
                        "Memory",
                        new Label("up to " + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB for this window, without the networks")),
                explanation("Files are checked against these limits before they are read."));
    }

    private static GridPane grid(Object... cells) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(8);
        grid.getColumnConstraints().add(new ColumnConstraints(110));
        for (int i = 0; i < cells.length; i += 2) {
            Label label = new Label((String) cells[i]);
            label.getStyleClass().add("explanation");
            label.setLabelFor((Node) cells[i + 1]);
            grid.addRow(i / 2, label, (Node) cells[i + 1]);
        }
        return grid;
    }

    private static Label explanation(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("explanation");
        label.setWrapText(true);
        return label;
    }
}
