package vermeer.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.ui.canvas.CanvasView;
import vermeer.ui.canvas.MapLayer;
import vermeer.ui.canvas.Outlook;
import vermeer.ui.compare.GridCell.State;
import vermeer.ui.control.FxImage;

/** One cell: what it is a map of, the map over its picture, its colour bar; or why there is no map. */
final class CellView extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final GridCell cell;
    private final CompareViewModel model;
    private final PictureImages images;
    private final Supplier<Outlook> outlook;
    private final CanvasView canvas = new CanvasView();
    private final Label name = new Label();
    private final Label message = new Label();
    private final StackPane stack;
    private final LegendBar legend = new LegendBar();
    private final Subscription subscriptions;

    /**
     * Creates the view.
     *
     * @param outlook what all cells have in sight now
     * @param open opens a cell in Explain
     */
    CellView(
            GridCell cell,
            CompareViewModel model,
            PictureImages images,
            Supplier<Outlook> outlook,
            Consumer<GridCell> open) {
        super(3);
        this.cell = cell;
        this.model = model;
        this.images = images;
        this.outlook = outlook;
        getStyleClass().add("grid-cell");
        canvas.setMinSize(60, 60);
        canvas.setCursor(Cursor.HAND);
        canvas.setOnMouseClicked(clicked -> {
            if (clicked.getButton() == MouseButton.PRIMARY && clicked.isStillSincePress()) {
                open.accept(cell);
            }
        });
        canvas.setOnKeyTyped(typed -> {
            if (typed.getCharacter().equals("\r") || typed.getCharacter().equals("\n")) {
                open.accept(cell);
                typed.consume();
            } else if (typed.getCharacter().equalsIgnoreCase("c")) {
                model.curtain().take(cell);
                typed.consume();
            }
        });
        message.getStyleClass().add("cell-message");
        message.setWrapText(true);
        message.setMouseTransparent(true);
        stack = new StackPane(canvas, message);
        getChildren().addAll(head(), stack, legend);
        subscriptions = cell.column()
                .answerProperty()
                .subscribe(this::showPicture)
                .and(cell.layerProperty().subscribe(this::showLayer))
                .and(cell.stateProperty().subscribe(state -> showState()))
                .and(model.curtain()
                        .markedProperty()
                        .subscribe(marked -> pseudoClassStateChanged(MARKED, marked == cell)))
                .and(model.workbench()
                        .canvas()
                        .opacityProperty()
                        .subscribe(value -> canvas.showOpacity(value.doubleValue())));
    }

    /** Gives the picture a square of this side. */
    void size(double side) {
        stack.setMinSize(side, side);
        stack.setMaxSize(side, side);
        setPrefWidth(side + Tiling.FRAME);
        setMaxSize(side + Tiling.FRAME, USE_PREF_SIZE);
    }

    /** Watches its cell no more. */
    void leave() {
        subscriptions.unsubscribe();
    }

    GridCell cell() {
        return cell;
    }

    CanvasView canvas() {
        return canvas;
    }

    private HBox head() {
        name.getStyleClass().add("cell-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button curtain = new Button("", new FontIcon(MaterialDesignC.COMPARE));
        curtain.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "to-curtain");
        curtain.setTooltip(new Tooltip("Curtain: press here, then in a second cell (C); twice for the bare picture"));
        curtain.setAccessibleText("Take this cell for the curtain");
        curtain.setFocusTraversable(false);
        curtain.setMinWidth(USE_PREF_SIZE);
        curtain.setOnAction(pressed -> model.curtain().take(cell));
        HBox head = new HBox(4, name, curtain);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void showPicture(Answer answer) {
        name.setText(cell.name());
        name.setTooltip(new Tooltip(cell.name() + "\nClick the picture to open it in Explain"));
        if (answer != null) {
            canvas.showPicture(images.of(answer.prediction().picture()), answer.width(), answer.height());
            canvas.showHome(answer.prediction().input().region());
            canvas.showSeen(answer.prediction().input().region());
            canvas.follow(outlook.get());
        }
        showState();
    }

    private void showLayer(MapLayer layer) {
        canvas.showOverlay(layer == null ? null : FxImage.image(layer.width(), layer.height(), layer.argb()));
        legend.show(
                layer == null ? null : layer.legend(),
                model.grid().scaleProperty().get().note());
        showState();
    }

    private void showState() {
        State state = cell.stateProperty().get();
        boolean sketched = cell.layerProperty().get() != null;
        String text =
                switch (state) {
                    case WAITING -> "waiting";
                    case COMPUTING -> sketched ? "sharpening" : "computing";
                    case DONE -> "";
                    default -> cell.reasonProperty().get();
                };
        message.setText(text);
        message.setVisible(!text.isEmpty());
        message.getStyleClass().removeAll("chip", "refusal");
        boolean refused = state == State.IMPOSSIBLE || state == State.FAILED;
        message.getStyleClass().add(refused ? "refusal" : "chip");
        StackPane.setAlignment(message, refused ? Pos.CENTER : Pos.TOP_LEFT);
        canvas.setOpacity(refused ? 0.25 : 1);
        canvas.setAccessibleText(cell.name() + (text.isEmpty() ? "" : ", " + text));
    }
}
