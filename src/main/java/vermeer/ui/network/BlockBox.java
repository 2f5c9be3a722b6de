package vermeer.ui.network;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.network.Block;

/** A block in the diagram: its name, its kind, the shape of what leaves it and what it costs. */
final class BlockBox extends Button {
    static final double WIDTH = 226;
    static final double HEIGHT = 46;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass PALE = PseudoClass.getPseudoClass("pale");
    private static final PseudoClass WEIGHTED = PseudoClass.getPseudoClass("weighted");

    private final Block block;

    BlockBox(NetworkViewModel model, Block block) {
        this.block = block;
        getStyleClass().setAll("block-box");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setGraphic(content(model));
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        pseudoClassStateChanged(WEIGHTED, block.parameters() > 0);
        setTooltip(new Tooltip(block.path() + "\n" + cost(block)));
        setAccessibleText(block.name() + ", " + block.kind() + ", " + block.shapeText() + ", " + cost(block));
        setOnAction(pressed -> model.choose(block));
        setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2) {
                model.open(block);
            }
        });
    }

    private HBox content(NetworkViewModel model) {
        Label name = new Label(block.name());
        name.getStyleClass().add("block-name");
        String shape =
                block.shapeText().isEmpty() ? "" : " · " + block.shapeText().replace(" x ", " × ");
        Label facts = new Label(block.kind() + shape);
        facts.getStyleClass().add("block-facts");
        VBox lines = new VBox(1, name, facts);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox content = new HBox(4, lines);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setPrefWidth(WIDTH - 18);
        if (!block.isNode()) {
            content.getChildren().add(expander(model));
        }
        return content;
    }

    private Button expander(NetworkViewModel model) {
        Button open = new Button("", new FontIcon(MaterialDesignC.CHEVRON_DOWN));
        open.getStyleClass().setAll("block-open");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Show what is inside (double click)"));
        open.setAccessibleText("Open " + block.name());
        open.setOnAction(pressed -> model.open(block));
        return open;
    }

    Block block() {
        return block;
    }

    void mark(Block chosen, Set<Block> found, boolean searching) {
        pseudoClassStateChanged(CHOSEN, chosen != null && chosen.path().equals(block.path()));
        pseudoClassStateChanged(PALE, searching && !found.contains(block));
    }

    static String cost(Block block) {
        return count(block.parameters()) + " parameters, " + count(block.multiplyAdds()) + " multiply-adds";
    }

    /** A count for people, three digits of it: {@code 3.49 M}. */
    static String count(long number) {
        if (number < 10_000) {
            return Long.toString(number);
        }
        double scaled = number;
        String unit = "";
        for (String next : List.of("k", "M", "G", "T")) {
            if (scaled < 1_000) {
                break;
            }
            scaled /= 1_000;
            unit = " " + next;
        }
        return String.format(Locale.ROOT, scaled < 10 ? "%.2f" : scaled < 100 ? "%.1f" : "%.0f", scaled) + unit;
    }
}
