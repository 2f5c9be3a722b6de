package vermeer.ui.tuning.run;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.train.EpochReport;
import vermeer.train.EpochReport.Measured;

/** Loss and accuracy of the run in sight over the epochs, as they come. */
final class Curves extends VBox {
    private final EpochChart loss = new EpochChart("Loss (nats)", Measured::loss, false);
    private final EpochChart accuracy = new EpochChart("Accuracy (%)", measured -> 100 * measured.accuracy(), true);
    private final HBox charts = new HBox(loss, accuracy);
    private final Label empty = new Label("Loss and accuracy appear here while the network is trained.");

    Curves(RunQueue queue) {
        getStyleClass().add("run-curves");
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(accuracy, Priority.ALWAYS);
        getChildren().addAll(empty, charts);
        ListChangeListener<EpochReport> changed =
                change -> show(queue.selectedProperty().get());
        queue.selectedProperty().subscribe((before, run) -> {
            if (before != null) {
                before.epochs().removeListener(changed);
            }
            if (run != null) {
                run.epochs().addListener(changed);
            }
            show(run);
        });
        if (queue.selectedProperty().get() != null) {
            queue.selectedProperty().get().epochs().addListener(changed);
        }
        show(queue.selectedProperty().get());
    }

    private void show(Run run) {
        List<EpochReport> epochs = run == null ? List.of() : run.epochs();
        Shown.when(empty, epochs.isEmpty());
        Shown.when(charts, !epochs.isEmpty());
        loss.show(epochs);
        accuracy.show(epochs);
    }
}
