package vermeer.ui.tuning.data;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.data.Split;

/** A class with a bar of its pictures, one colour a split. */
final class ClassLine extends VBox {

    /**
     * A line.
     *
     * @param counts pictures in each split, in the order of {@link Split}
     * @param most pictures of the largest class, whose bar has the full width
     * @param menu at the right end
     */
    ClassLine(String name, int[] counts, int most, Node menu) {
        getStyleClass().add("class-line");
        int all = 0;
        for (int count : counts) {
            all += count;
        }
        Label title = new Label(name);
        title.getStyleClass().add("class-title");
        Label number = new Label(Integer.toString(all));
        number.getStyleClass().add("quiet");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, title, space, number, menu);
        line.setAlignment(Pos.CENTER_LEFT);
        StackPane bar = bar(counts, most);
        Tooltip.install(this, new Tooltip(text(name, counts)));
        setAccessibleText(text(name, counts));
        getChildren().addAll(line, bar);
    }

    private StackPane bar(int[] counts, int most) {
        Region track = new Region();
        track.getStyleClass().add("bar-track");
        HBox parts = new HBox(1);
        StackPane bar = new StackPane(track, parts);
        bar.setAlignment(Pos.CENTER_LEFT);
        for (Split split : Split.values()) {
            Region part = new Region();
            part.getStyleClass().addAll("bar-part", "split-" + split.text());
            int count = counts[split.ordinal()];
            part.prefWidthProperty().bind(bar.widthProperty().multiply((double) count / most));
            part.setMinWidth(count > 0 ? 2 : 0);
            part.setVisible(count > 0);
            part.setManaged(count > 0);
            parts.getChildren().add(part);
        }
        return bar;
    }

    private static String text(String name, int[] counts) {
        StringBuilder text = new StringBuilder(name);
        for (Split split : Split.values()) {
            text.append(split == Split.TRAIN ? ": " : ", ")
                    .append(counts[split.ordinal()])
                    .append(' ')
                    .append(split.text());
        }
        return text.toString();
    }
}
