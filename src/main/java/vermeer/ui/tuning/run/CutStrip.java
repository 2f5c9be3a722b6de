package vermeer.ui.tuning.run;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.train.cut.Cut;

/** The network from the photo to the new head, with its cut; a click or the arrow keys move the cut. */
final class CutStrip extends VBox {
    private static final double HEIGHT = 44;
    private static final double HEAD_WIDTH = 64;
    private static final double GAP = 2;

    private final CutsViewModel model;
    private final Label said = new Label();
    private final Label cached = new Label();
    private final Blocks blocks = new Blocks();

    CutStrip(CutsViewModel model) {
        this.model = model;
        getStyleClass().add("cut-strip");
        setId("cut-strip");
        said.setId("cut-said");
        said.getStyleClass().add("cut-said");
        cached.getStyleClass().add("quiet");
        cached.setWrapText(true);
        said.setWrapText(true);
        getChildren().addAll(blocks, legend(), said, cached);
        model.cutsProperty().subscribe(this::show);
        model.chosenProperty().subscribe(index -> show());
    }

    private static HBox legend() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label hint = new Label("Click a layer, or use ← and →, to move the cut.");
        hint.getStyleClass().add("quiet");
        HBox line = new HBox(
                14,
                key("frozen", "stays as it is"),
                key("retrained", "is retrained"),
                key("head", "new head"),
                space,
                hint);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static HBox key(String style, String text) {
        Region colour = new Region();
        colour.getStyleClass().addAll("cut-key", style);
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        HBox key = new HBox(5, colour, label);
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void show() {
        said.setText(model.described());
        cached.setText(model.cached());
        blocks.show(model.cutsProperty());
    }

    /** One block for what lies between two neighbouring cuts, its width after the logarithm of its parameters. */
    private final class Blocks extends Pane {
        private List<Cut> cuts = List.of();

        Blocks() {
            setPrefHeight(HEIGHT);
            setMinHeight(HEIGHT);
            setFocusTraversable(true);
            getStyleClass().add("cut-blocks");
            setAccessibleText("The network's layers; the cut moves with the arrow keys");
            setOnMouseClicked(event -> {
                requestFocus();
                int block = at(event.getX());
                if (block >= 0) {
                    model.choose(block);
                }
            });
            addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                int step = event.getCode() == KeyCode.LEFT ? 1 : event.getCode() == KeyCode.RIGHT ? -1 : 0;
                if (step != 0) {
                    model.choose(model.chosenProperty().get() + step);
                    event.consume();
                }
            });
        }

        void show(List<Cut> shown) {
            if (!shown.equals(cuts)) {
                cuts = List.copyOf(shown);
                getChildren().clear();
                for (int i = cuts.size() - 1; i > 0; i--) {
                    getChildren().add(block(i));
                }
                if (!cuts.isEmpty()) {
                    Label head = new Label("new head");
                    head.setAlignment(Pos.CENTER);
                    head.getStyleClass().addAll("cut-block", "head");
                    getChildren().add(head);
                }
            }
            colour();
            requestLayout();
        }

        /** What begins at cut {@code index} and ends at the one before it. */
        private Region block(int index) {
            Region block = new Region();
            Cut cut = cuts.get(index);
            String layers = cut.layers() - cuts.get(index - 1).layers() == 1
                    ? "1 layer"
                    : cut.layers() - cuts.get(index - 1).layers() + " layers";
            Tooltip.install(
                    block,
                    new Tooltip(cut.refusal()
                            .orElse("From behind " + cut.name() + " on: "
                                    + String.format(java.util.Locale.ROOT, "%,d", cut.parameters())
                                    + " parameters, this block has "
                                    + layers)));
            block.getStyleClass().add("cut-block");
            return block;
        }

        private void colour() {
            int count = cuts.size();
            for (int i = 0; i < getChildren().size() - 1; i++) {
                int index = count - 1 - i;
                var styles = getChildren().get(i).getStyleClass();
                styles.removeAll("frozen", "retrained", "impossible");
                styles.add(index <= model.chosenProperty().get() ? "retrained" : "frozen");
                if (cuts.get(index).refusal().isPresent()) {
                    styles.add("impossible");
                }
            }
        }

        private double weight(int index) {
            long own = cuts.get(index).parameters() - cuts.get(index - 1).parameters();
            return 1 + Math.log10(1 + Math.max(0, own));
        }

        private int at(double x) {
            for (int i = 0; i < getChildren().size(); i++) {
                if (x < getChildren().get(i).getBoundsInParent().getMaxX() + GAP) {
                    return cuts.size() - 1 - i;
                }
            }
            return cuts.isEmpty() ? -1 : 0;
        }

        @Override
        protected void layoutChildren() {
            double all = 0;
            for (int i = 1; i < cuts.size(); i++) {
                all += weight(i);
            }
            double room = getWidth() - HEAD_WIDTH - GAP * cuts.size();
            double x = 0;
            for (int i = 0; i < getChildren().size(); i++) {
                boolean head = i == getChildren().size() - 1;
                double width = head ? HEAD_WIDTH : Math.max(1, room * weight(cuts.size() - 1 - i) / all);
                getChildren().get(i).resizeRelocate(x, 0, width, HEIGHT);
                x += width + GAP;
            }
        }
    }
}
