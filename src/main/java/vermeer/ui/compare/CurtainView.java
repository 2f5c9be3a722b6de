package vermeer.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.ui.canvas.Outlook;

/** Two cells in one place: the line between them is moved by mouse and by keys. */
final class CurtainView extends BorderPane {
    private static final double STEP = 0.02;
    private static final double LEAP = 0.1;
    private static final double WIDTH = 30;

    private final CompareViewModel model;
    private final CurtainViewModel curtain;
    private final PictureImages images = new PictureImages();
    private final CurtainSide left;
    private final CurtainSide right;
    private final StackPane handle = new StackPane();
    private final Rectangle clip = new Rectangle();
    private final Pane room = new Pane(handle);
    private final Region line = new Region();
    private final StackPane grip = new StackPane(new FontIcon(MaterialDesignA.ARROW_LEFT_RIGHT));
    private Outlook outlook = Outlook.WHOLE;
    private boolean filling;

    /** A side to choose: a cell, or the bare picture. */
    private record Choice(Optional<GridCell> cell) {
        @Override
        public String toString() {
            return cell.map(GridCell::name).orElse("The picture alone");
        }
    }

    CurtainView(CompareViewModel model) {
        this.model = model;
        this.curtain = model.curtain();
        left = new CurtainSide(model, curtain.leftProperty(), images, () -> outlook);
        right = new CurtainSide(model, curtain.rightProperty(), images, () -> outlook);
        getStyleClass().add("curtain");
        line.getStyleClass().add("line");
        line.setMaxWidth(2);
        grip.getStyleClass().add("grip");
        grip.setMaxSize(28, 28);
        setId("curtain");
        right.canvas().setClip(clip);
        link(left, right);
        link(right, left);
        corner(left.legend(), Pos.BOTTOM_LEFT);
        corner(right.legend(), Pos.BOTTOM_RIGHT);
        buildHandle();
        StackPane stack = new StackPane(left.canvas(), right.canvas(), left.legend(), right.legend(), room);
        setCenter(stack);
        setTop(bar());
        curtain.positionProperty().subscribe(position -> place());
        room.widthProperty().subscribe(width -> place());
        room.heightProperty().subscribe(height -> place());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    void focusHandle() {
        handle.requestFocus();
    }

    private void link(CurtainSide side, CurtainSide other) {
        side.canvas().onMoved(() -> {
            outlook = side.canvas().outlook();
            other.canvas().follow(outlook);
        });
    }

    private static void corner(VBox legend, Pos corner) {
        StackPane.setAlignment(legend, corner);
        StackPane.setMargin(legend, new Insets(10));
    }

    private HBox bar() {
        Button back = new Button("Back to the grid", new FontIcon(MaterialDesignA.ARROW_LEFT));
        back.setId("curtain-back");
        back.getStyleClass().addAll(Styles.FLAT);
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(pressed -> curtain.close());
        Button swap = new Button("", new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        swap.setId("curtain-swap");
        swap.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        swap.setTooltip(new Tooltip("Exchange the sides"));
        swap.setAccessibleText("Exchange the sides");
        swap.setMinWidth(USE_PREF_SIZE);
        swap.setOnAction(pressed -> curtain.swap());
        HBox bar = new HBox(
                8,
                back,
                choice("curtain-left", "Left of the line", curtain.leftProperty()),
                swap,
                choice("curtain-right", "Right of the line", curtain.rightProperty()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("curtain-bar");
        return bar;
    }

    private ComboBox<Choice> choice(String id, String text, ObjectProperty<GridCell> side) {
        ComboBox<Choice> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(text);
        box.setTooltip(new Tooltip(text));
        box.setMinWidth(80);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(200);
        HBox.setHgrow(box, Priority.ALWAYS);
        model.grid().gridProperty().subscribe(grid -> {
            filling = true;
            List<Choice> choices = new ArrayList<>();
            grid.cells().forEach(cell -> choices.add(new Choice(Optional.of(cell))));
            choices.add(new Choice(Optional.empty()));
            box.getItems().setAll(choices);
            box.setValue(new Choice(Optional.ofNullable(side.get())));
            filling = false;
        });
        side.subscribe(cell -> box.setValue(new Choice(Optional.ofNullable(cell))));
        box.setOnAction(chosen -> {
            if (!filling && box.getValue() != null) {
                GridCell cell = box.getValue().cell().orElse(null);
                if (!Objects.equals(cell, side.get())) {
                    side.set(cell);
                }
            }
        });
        return box;
    }

    private void buildHandle() {
        room.setPickOnBounds(false);
        // its place is the line's, not one that a layout would give it
        handle.setManaged(false);
        handle.setId("curtain-handle");
        handle.getStyleClass().add("curtain-handle");
        handle.getChildren().addAll(line, grip);
        handle.setCursor(Cursor.H_RESIZE);
        handle.setFocusTraversable(true);
        handle.setAccessibleRole(AccessibleRole.SLIDER);
        handle.setAccessibleText("The line between both sides; left and right arrows move it");
        handle.setOnMousePressed(pressed -> handle.requestFocus());
        handle.setOnMouseDragged(dragged -> {
            double x =
                    room.sceneToLocal(dragged.getSceneX(), dragged.getSceneY()).getX();
            curtain.positionProperty().set(Math.max(0, Math.min(1, x / room.getWidth())));
        });
    }

    private void place() {
        double x = Math.round(curtain.positionProperty().get() * room.getWidth());
        handle.resizeRelocate(x - WIDTH / 2, 0, WIDTH, room.getHeight());
        clip.setX(x);
        clip.setWidth(Math.max(0, room.getWidth() - x));
        clip.setHeight(room.getHeight());
    }

    private void keyPressed(KeyEvent event) {
        double step = event.isShiftDown() ? LEAP : STEP;
        switch (event.getCode()) {
            case LEFT -> curtain.move(-step);
            case RIGHT -> curtain.move(step);
            case HOME -> curtain.move(-1);
            case END -> curtain.move(1);
            case X -> curtain.swap();
            case ESCAPE, BACK_SPACE -> curtain.close();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
