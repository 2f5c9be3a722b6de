package vermeer.ui.tuning;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/**
 * One step of tuning.
 *
 * @param id in tests and for {@link Tuning#go}, such as {@code data}
 * @param title one word
 * @param purpose what happens here, a few words under the title
 * @param missing why it cannot be worked on yet, one sentence for the user; empty when it can
 * @param node makes its nodes; called once, on the JavaFX thread, when it is first shown
 */
public record TuningStep(
        String id, String title, String purpose, ObservableValue<String> missing, Supplier<? extends Parent> node) {}
