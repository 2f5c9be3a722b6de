package vermeer.ui.intake;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vermeer.model.Belief;
import vermeer.model.Source;

/** One belief, as it stands and as the user would have it. */
public final class IntakeRow {
    private final Belief belief;
    private final String initial;
    private final List<String> choices;
    private final StringProperty value;

    /**
     * Creates a row.
     *
     * @param initial the value as it is edited, in a profile file's words
     * @param choices the values it can take; empty for free text
     */
    IntakeRow(Belief belief, String initial, List<String> choices) {
        this.belief = belief;
        this.initial = initial;
        this.choices = List.copyOf(choices);
        this.value = new SimpleStringProperty(initial);
    }

    public Belief belief() {
        return belief;
    }

    /** The field as a label. */
    public String label() {
        return switch (belief.field()) {
            case "size" -> "Input size";
            case "channels" -> "Colour order";
            case "layout" -> "Layout";
            case "mean" -> "Mean";
            case "std" -> "Standard deviation";
            case "resize" -> "Resize";
            case "interpolation" -> "Interpolation";
            case "output" -> "Output";
            case "classes" -> "Class names";
            default -> belief.field();
        };
    }

    public List<String> choices() {
        return choices;
    }

    /** What the field has in the user's edit. */
    public StringProperty valueProperty() {
        return value;
    }

    public boolean changed() {
        return !value.get().strip().equals(initial);
    }

    /** Whether a file is chosen for it. */
    boolean choosesFile() {
        return belief.field().equals("classes");
    }

    /** Whether it follows from the network itself, so that there is nothing to edit. */
    public boolean fixed() {
        return belief.source() == Source.GRAPH
                && List.of("size", "layout", "output").contains(belief.field());
    }
}
