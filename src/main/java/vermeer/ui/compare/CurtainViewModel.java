package vermeer.ui.compare;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Two cells in one place, one at each side of a line that the user draws to and fro. */
public final class CurtainViewModel {
    private static final double MIDDLE = 0.5;

    private final ObjectProperty<GridCell> left = new SimpleObjectProperty<>();
    private final ObjectProperty<GridCell> right = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<GridCell> marked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final DoubleProperty position = new SimpleDoubleProperty(MIDDLE);

    /** Takes a cell for the curtain: the first one waits for a second; the same one twice is set beside the bare picture. */
    public void take(GridCell cell) {
        GridCell first = marked.get();
        if (first == null) {
            marked.set(cell);
        } else {
            open(first, first == cell ? null : cell);
        }
    }

    /** Opens the curtain over these cells; null is the bare picture of the other one. */
    public void open(GridCell leftCell, GridCell rightCell) {
        marked.set(null);
        left.set(leftCell);
        right.set(rightCell);
        position.set(MIDDLE);
        open.set(true);
    }

    /** Opens the curtain over the first two cells, or over one and the bare picture. */
    void open(List<GridCell> cells) {
        if (!cells.isEmpty()) {
            open(cells.get(0), cells.size() > 1 ? cells.get(1) : null);
        }
    }

    public void close() {
        open.set(false);
        marked.set(null);
    }

    /** Exchanges the sides. */
    public void swap() {
        GridCell before = left.get();
        left.set(right.get());
        right.set(before);
    }

    /** Moves the line by a share of the width. */
    public void move(double by) {
        position.set(Math.max(0, Math.min(1, position.get() + by)));
    }

    /** Closes where a cell it shows is gone. */
    void follow(List<GridCell> cells) {
        boolean gone = left.get() != null && !cells.contains(left.get())
                || right.get() != null && !cells.contains(right.get());
        if (gone) {
            close();
            left.set(null);
            right.set(null);
        }
        if (marked.get() != null && !cells.contains(marked.get())) {
            marked.set(null);
        }
    }

    /** The column whose picture a side shows; null while there is none. */
    GridColumn column(GridCell side) {
        GridCell shown = side != null ? side : left.get() != null ? left.get() : right.get();
        return shown == null ? null : shown.column();
    }

    /** The left side; null for the bare picture. */
    public ObjectProperty<GridCell> leftProperty() {
        return left;
    }

    /** The right side; null for the bare picture. */
    public ObjectProperty<GridCell> rightProperty() {
        return right;
    }

    /** The cell that waits for a second one; null for none. */
    public ReadOnlyObjectProperty<GridCell> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Where the line is, 0 at the left edge, 1 at the right. */
    public DoubleProperty positionProperty() {
        return position;
    }
}
