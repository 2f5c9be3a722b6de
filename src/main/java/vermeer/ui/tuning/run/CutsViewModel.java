package vermeer.ui.tuning.run;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import vermeer.train.cut.Cut;

/** Where the network is cut. */
public final class CutsViewModel {
    private final ReadOnlyListWrapper<Cut> cuts = new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
    private String wanted = "";
    private long rows;
    private long limit = Long.MAX_VALUE;

    /** The possible and impossible cuts, the head alone first. */
    public ReadOnlyListProperty<Cut> cutsProperty() {
        return cuts.getReadOnlyProperty();
    }

    /** The place of the chosen one among them. */
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /**
     * Shows other cuts; the chosen one stays where it has the same name, else the head alone is chosen.
     *
     * @param newRows how many values will be cached
     * @param newLimit how many bytes they may take
     */
    void show(List<Cut> newCuts, long newRows, long newLimit) {
        String before = !wanted.isEmpty() || cuts.isEmpty() ? wanted : cut().value();
        rows = newRows;
        limit = newLimit;
        chosen.set(0);
        cuts.setAll(newCuts);
        for (int i = 0; i < newCuts.size(); i++) {
            if (newCuts.get(i).value().equals(before)) {
                chosen.set(i);
                wanted = "";
            }
        }
    }

    /** Cuts at this value: now where the network has it, else as soon as one that has it is shown. */
    void want(String value) {
        wanted = value;
        for (int i = 0; i < cuts.size(); i++) {
            if (cuts.get(i).value().equals(value) && !refused(cuts.get(i))) {
                chosen.set(i);
            }
        }
    }

    /** Cuts at another place; one that is not possible is passed over in the direction of the move. */
    public void choose(int index) {
        wanted = "";
        int step = index >= chosen.get() ? 1 : -1;
        int wanted = Math.max(0, Math.min(cuts.size() - 1, index));
        while (wanted > 0 && wanted < cuts.size() && refused(cuts.get(wanted))) {
            wanted += step;
        }
        chosen.set(wanted >= cuts.size() ? chosen.get() : wanted);
    }

    private static boolean refused(Cut cut) {
        return cut.refusal().isPresent();
    }

    /** The chosen cut. */
    public Cut cut() {
        return cuts.get(Math.min(chosen.get(), cuts.size() - 1));
    }

    /** What is frozen, what is trained, in a sentence. */
    public String described() {
        if (cuts.isEmpty()) {
            return "";
        }
        Cut cut = cut();
        int layers = cuts.get(cuts.size() - 1).layers();
        String trained = cut.headOnly()
                ? "Only the new head is trained"
                : "The last " + cut.layers() + " of " + layers + " layers and the new head are trained";
        return String.format(Locale.ROOT, "%s: %,d parameters.", trained, cut.parameters());
    }

    /** What the cached values take, and whether that is too much, in a sentence. */
    public String cached() {
        if (cuts.isEmpty()) {
            return "";
        }
        long bytes = cut().bytes(rows);
        String size = String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
        return bytes > limit
                ? "The frozen part's values would take " + size
                        + ", more than the cache may hold; cut nearer to the head."
                : "The frozen part looks at every photo once; its values take " + size + " on the disk.";
    }
}
