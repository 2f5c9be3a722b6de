package vermeer.ui.status;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;

/** What the status bar says. */
public final class StatusViewModel {
    private final ReadOnlyStringWrapper provider = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotBetter = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("No model");
    private final ReadOnlyStringWrapper picture = new ReadOnlyStringWrapper("");

    public StatusViewModel(Investigation investigation) {
        investigation.networkProperty().subscribe(this::describe);
        investigation
                .pictureProperty()
                .subscribe(opened -> picture.set(
                        opened == null
                                ? ""
                                : opened.name() + "  " + opened.picture().width() + " × "
                                        + opened.picture().height()));
    }

    private void describe(Network network) {
        model.set(network == null ? "No model" : network.model().name() + "  " + network.inputSize());
        provider.set(network == null ? "" : network.provider());
        whyNotBetter.set(network == null ? "" : network.whyNotBetterProvider());
    }

    /** What computes, such as {@code CPU, 4 threads}. */
    public ReadOnlyStringProperty providerProperty() {
        return provider.getReadOnlyProperty();
    }

    /** Why nothing faster computes, in one sentence; may be empty. */
    public ReadOnlyStringProperty whyNotBetterProperty() {
        return whyNotBetter.getReadOnlyProperty();
    }

    /** The model and the size of its input. */
    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** The picture and its size. */
    public ReadOnlyStringProperty pictureProperty() {
        return picture.getReadOnlyProperty();
    }
}
