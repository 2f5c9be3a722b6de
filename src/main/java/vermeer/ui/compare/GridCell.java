package vermeer.ui.compare;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.attribution.AttributionMethod;
import vermeer.ui.canvas.MapLayer;
import vermeer.ui.investigation.ShownMap;

/** A cell of the grid: one method's map for one column, on its way or there, or why it cannot be. */
public final class GridCell {

    /** How far a cell is. */
    public enum State {
        WAITING,
        COMPUTING,
        DONE,
        /** The network cannot do this; the reason is in the cell. */
        IMPOSSIBLE,
        FAILED,
        /** The user cancelled. */
        STOPPED
    }

    private final AttributionMethod method;
    private final GridColumn column;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ShownMap> map = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MapLayer> layer = new ReadOnlyObjectWrapper<>();

    GridCell(AttributionMethod method, GridColumn column) {
        this.method = method;
        this.column = column;
    }

    public AttributionMethod method() {
        return method;
    }

    public GridColumn column() {
        return column;
    }

    /** Method and class on one line. */
    public String name() {
        return method.title() + " · " + column.targetName();
    }

    void begin() {
        state.set(State.COMPUTING);
        map.set(null);
        layer.set(null);
    }

    void show(ShownMap shown) {
        map.set(shown);
        if (!shown.unfinished()) {
            state.set(State.DONE);
        }
    }

    void show(MapLayer coloured) {
        layer.set(coloured);
    }

    void end(State last, String why) {
        reason.set(why);
        map.set(null);
        layer.set(null);
        state.set(last);
    }

    /** Waits again, where the user stopped it. */
    void retry() {
        if (state.get() == State.STOPPED) {
            end(State.WAITING, "");
        }
    }

    boolean finished() {
        return state.get() == State.DONE;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why there is no map, in one sentence; empty where there is or may be one. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** The map, as far as it is; null while there is none. */
    public ReadOnlyObjectProperty<ShownMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** The coloured map; null while there is none. */
    public ReadOnlyObjectProperty<MapLayer> layerProperty() {
        return layer.getReadOnlyProperty();
    }
}
