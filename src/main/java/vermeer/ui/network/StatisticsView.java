package vermeer.ui.network;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.network.Statistics;

/** How numbers are spread: a histogram, counts drawn by their root so that rare values are seen, and a line of figures. */
final class StatisticsView extends VBox {
    private static final double HEIGHT = 46;

    StatisticsView(String title, Statistics statistics) {
        setSpacing(3);
        Label name = new Label(title);
        HBox bars = new HBox(1);
        bars.getStyleClass().add("histogram");
        bars.setMinHeight(HEIGHT);
        bars.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        int most = statistics.histogram().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        for (int count : statistics.histogram()) {
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            double height = count == 0 ? 0 : Math.max(1, HEIGHT * Math.sqrt((double) count / most));
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            bar.setMinWidth(2);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bars.getChildren().add(bar);
        }
        Label low = new Label(number(statistics.min()));
        Label high = new Label(number(statistics.max()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox axis = new HBox(low, space, high);
        Label figures = new Label(String.format(
                Locale.ROOT,
                "mean %s, deviation %s, %.1f %% exactly 0",
                number(statistics.mean()),
                number(statistics.deviation()),
                100 * statistics.zeros()));
        figures.setWrapText(true);
        axis.getChildren().forEach(label -> label.getStyleClass().add("quiet"));
        figures.getStyleClass().add("quiet");
        getChildren().addAll(name, bars, axis, figures);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
