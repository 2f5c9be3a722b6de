package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.model.Target;
import vermeer.ui.investigation.Network;
import vermeer.ui.strip.StripItem;

/** Which pictures of the strip are the columns, and what is explained of each. */
public final class PictureColumns {
    /** More columns than this are too narrow to read. */
    static final int MOST = 16;

    private static final int FIRST = 4;

    private final ObservableList<StripItem> chosen = FXCollections.observableArrayList();
    private final BooleanProperty sameClass = new SimpleBooleanProperty();

    /** The pictures that have a column, in their order; at most {@value #MOST}. */
    public ObservableList<StripItem> chosen() {
        return chosen;
    }

    /** Whether every column explains the class at hand, instead of its picture's own answer. */
    public BooleanProperty sameClassProperty() {
        return sameClass;
    }

    /** Drops pictures that are gone; where none is left, takes the selected one and those after it. */
    void follow(List<StripItem> strip, StripItem selected) {
        List<StripItem> kept = chosen.stream().filter(strip::contains).toList();
        if (kept.isEmpty() && !strip.isEmpty()) {
            int from = Math.max(0, Math.min(strip.indexOf(selected), strip.size() - FIRST));
            kept = strip.subList(from, Math.min(strip.size(), from + FIRST));
        }
        if (!kept.equals(chosen)) {
            chosen.setAll(List.copyOf(kept));
        }
    }

    /** Gives a picture a column or takes it away; columns stay in the strip's order. */
    void toggle(StripItem item, List<StripItem> strip) {
        List<StripItem> next = chosen.contains(item)
                ? chosen.stream().filter(other -> other != item).toList()
                : strip.stream()
                        .filter(other -> other == item || chosen.contains(other))
                        .toList();
        if (!next.isEmpty() && next.size() <= MOST) {
            chosen.setAll(next);
        }
    }

    /** @param target the class at hand */
    List<GridColumn.Question> of(Network network, Optional<Target> target) {
        Optional<Target> same = target.filter(known -> sameClass.get());
        return chosen.stream()
                .map(item -> question(item.file(), item.name(), network, same))
                .toList();
    }

    private static GridColumn.Question question(Path file, String name, Network network, Optional<Target> same) {
        String what = same.map(target -> target.terms().toString()).orElse("own answer");
        String id = String.join("\n", "picture", network.key(), file.toString(), what);
        return new GridColumn.Question(
                id,
                name,
                "",
                file,
                network,
                Optional.empty(),
                same.map(Explained::always).orElseGet(Explained::answer));
    }
}
