package vermeer.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import vermeer.network.Block;
import vermeer.network.Diagram;
import vermeer.ui.canvas.Viewport;

/** The diagram: boxes and arrows, moved by dragging, zoomed by the wheel; a double click opens a block. */
final class DiagramPane extends Pane {
    private static final double ROW = 66;
    private static final double COLUMN = 256;
    private static final double LANE = 18;

    private final NetworkViewModel model;
    private final Group drawing = new Group();
    private final Affine placed = new Affine();
    private final List<BlockBox> boxes = new ArrayList<>();
    private Viewport viewport = new Viewport(1, 0, 0);
    private double height;
    private double dragX;
    private double dragY;

    DiagramPane(NetworkViewModel model) {
        this.model = model;
        getStyleClass().add("diagram");
        setId("diagram");
        setMinSize(160, 160);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        drawing.setManaged(false);
        drawing.getTransforms().add(placed);
        getChildren().add(drawing);
        model.diagramProperty().subscribe(this::draw);
        model.chosenProperty().subscribe(this::mark);
        model.searchProperty().subscribe(text -> mark(model.chosenProperty().get()));
        setOnScroll(event -> {
            double factor = Math.pow(1.0018, event.getDeltaY());
            show(viewport.zoomed(factor, event.getX(), event.getY()));
            event.consume();
        });
        setOnMousePressed(event -> {
            dragX = event.getX();
            dragY = event.getY();
        });
        setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
                show(viewport.panned(event.getX() - dragX, event.getY() - dragY));
                dragX = event.getX();
                dragY = event.getY();
            }
        });
        widthProperty().subscribe((before, now) -> {
            if (before.doubleValue() == 0) {
                home();
            } else {
                show(viewport.panned((now.doubleValue() - before.doubleValue()) / 2, 0));
            }
        });
    }

    private void draw(Diagram diagram) {
        boolean first = boxes.isEmpty();
        drawing.getChildren().clear();
        boxes.clear();
        if (diagram == null) {
            return;
        }
        height = diagram.rows() * ROW;
        for (Diagram.Arrow arrow : diagram.arrows()) {
            drawing.getChildren()
                    .add(curve(
                            diagram.boxes().get(arrow.from()), diagram.boxes().get(arrow.to())));
        }
        for (Diagram.Box box : diagram.boxes()) {
            BlockBox node = new BlockBox(model, box.block());
            node.relocate(box.column() * COLUMN - BlockBox.WIDTH / 2, box.row() * ROW);
            boxes.add(node);
            drawing.getChildren().add(node);
        }
        mark(model.chosenProperty().get());
        if (first) {
            home();
        }
    }

    /** From the lower edge of a box to the upper edge of another; past boxes between, round their right side. */
    private static CubicCurve curve(Diagram.Box from, Diagram.Box to) {
        double startX = from.column() * COLUMN;
        double startY = from.row() * ROW + BlockBox.HEIGHT;
        double endX = to.column() * COLUMN;
        double endY = to.row() * ROW;
        int between = to.row() - from.row() - 1;
        CubicCurve curve = new CubicCurve();
        if (between <= 0) {
            double bend = (endY - startY) / 2;
            set(curve, startX, startY, startX, startY + bend, endX, endY - bend, endX, endY);
        } else {
            double edge = BlockBox.WIDTH / 2;
            double out = Math.max(startX, endX) + edge + LANE * (2 + Math.min(4, between));
            double fromY = startY - BlockBox.HEIGHT / 2;
            double toY = endY + BlockBox.HEIGHT / 2;
            set(curve, startX + edge, fromY, out, fromY, out, toY, endX + edge, toY);
        }
        curve.getStyleClass().add("arrow");
        curve.setFill(null);
        return curve;
    }

    private static void set(
            CubicCurve curve, double x1, double y1, double x2, double y2, double x3, double y3, double x4, double y4) {
        curve.setStartX(x1);
        curve.setStartY(y1);
        curve.setControlX1(x2);
        curve.setControlY1(y2);
        curve.setControlX2(x3);
        curve.setControlY2(y3);
        curve.setEndX(x4);
        curve.setEndY(y4);
    }

    private void mark(Block chosen) {
        Set<Block> found = model.found();
        for (BlockBox box : boxes) {
            box.mark(chosen, found, !model.searchProperty().get().isBlank());
        }
        boxes.stream()
                .filter(box -> chosen != null && box.block().path().equals(chosen.path()))
                .findFirst()
                .ifPresent(this::bringIntoSight);
    }

    private void bringIntoSight(BlockBox box) {
        double y = viewport.scale() * box.getLayoutY() + viewport.y();
        boolean visible = y > 0 && y < getHeight() - 40;
        if (!visible && getHeight() > 0) {
            show(new Viewport(viewport.scale(), viewport.x(), getHeight() / 2 - viewport.scale() * box.getLayoutY()));
        }
    }

    /** Zooms about the middle. */
    void zoom(double factor) {
        show(viewport.zoomed(factor, getWidth() / 2, getHeight() / 2));
    }

    /** The top of the network at its own size. */
    void home() {
        show(new Viewport(1, getWidth() / 2, 24));
    }

    /** All of it. */
    void fit() {
        double scale =
                Math.min(1, Math.min((getHeight() - 40) / Math.max(1, height), getWidth() / (BlockBox.WIDTH + 180)));
        show(new Viewport(Math.max(0.05, scale), getWidth() / 2, 20));
    }

    private void show(Viewport changed) {
        viewport = changed;
        placed.setToTransform(changed.scale(), 0, changed.x(), 0, changed.scale(), changed.y());
    }
}
