package vermeer.ui.help;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import vermeer.ui.control.Section;
import vermeer.ui.control.Sheet;

/** The cheat sheet of keys. */
public final class KeysSheet {
    private static final Map<String, Map<String, String>> KEYS = keys();

    private KeysSheet() {}

    public static Sheet of(Runnable close) {
        FlowPane columns = new FlowPane(36, 18);
        columns.setPrefWrapLength(700);
        KEYS.forEach((group, keys) -> columns.getChildren().add(new Section(group, table(keys))));
        return new Sheet("Keys", columns, 760, close);
    }

    private static GridPane table(Map<String, String> keys) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(120);
        ColumnConstraints second = new ColumnConstraints();
        second.setPrefWidth(200);
        grid.getColumnConstraints().addAll(first, second);
        keys.forEach((key, meaning) -> grid.addRow(grid.getRowCount(), caps(key), meaning(meaning)));
        return grid;
    }

    private static Label meaning(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static HBox caps(String keys) {
        HBox caps = new HBox(4);
        for (String key : keys.split(" ")) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key");
            cap.setMinWidth(Label.USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        return caps;
    }

    private static Map<String, Map<String, String>> keys() {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        groups.put(
                "Files",
                rows(
                        "Ctrl+N", "New session",
                        "Ctrl+Alt+O", "Open a session",
                        "Ctrl+S", "Save the session",
                        "Ctrl+P", "Write a report",
                        "Ctrl+J", "Notes and maps asked for",
                        "Ctrl+O", "Open pictures",
                        "Ctrl+D", "Open a folder",
                        "Ctrl+Shift+O", "Open a model",
                        "Ctrl+E", "Export the map as PNG",
                        "Ctrl+Shift+E", "Export its raw values",
                        "Ctrl+C", "Copy the map"));
        groups.put(
                "Classes",
                rows(
                        "1 … 9", "Explain this rank's class",
                        "Ctrl+F", "Search all classes",
                        "Ctrl+→ Ctrl+←", "Next, previous picture"));
        groups.put(
                "Map",
                rows(
                        "O", "Map on or off",
                        "Space", "Hold: the picture alone",
                        "[ ]", "Less, more opaque",
                        "N", "As the network sees it",
                        "R", "Box the regions looked at",
                        "B", "Draw a box to test the map",
                        "Esc", "Cancel what runs"));
        groups.put(
                "View",
                rows(
                        "+ −", "Zoom (also the wheel)",
                        "0", "Fit the picture",
                        "← ↑ → ↓", "Pan (on the canvas)",
                        "Ctrl+1", "Actual size (double click)",
                        "Ctrl+T", "Light or dark",
                        "Ctrl+I", "Intake check",
                        "Ctrl+,", "Preferences",
                        "F1", "This sheet"));
        groups.put(
                "Compare",
                rows(
                        "Enter", "Open the cell in Explain",
                        "C", "Take the cell for the curtain",
                        "← →", "Move the curtain's line (Shift: far)",
                        "X", "Exchange the curtain's sides",
                        "+ − 0", "Zoom, fit all cells",
                        "Ctrl+wheel", "Zoom a grid that scrolls"));
        return groups;
    }

    private static Map<String, String> rows(String... texts) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            rows.put(texts[i], texts[i + 1]);
        }
        return rows;
    }
}
