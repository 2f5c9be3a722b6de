package vermeer.ui.tuning.run;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.train.EpochReport;
import vermeer.train.EpochReport.Measured;

/** Loss and accuracy over the epochs, as they come. */
final class Curves extends VBox {
    private final RunViewModel model;
    private final EpochChart loss = new EpochChart("Loss (nats)", Measured::loss, false);
    private final EpochChart accuracy = new EpochChart("Accuracy (%)", measured -> 100 * measured.accuracy(), true);
    private final HBox charts = new HBox(loss, accuracy);
    private final Label empty = new Label("Loss and accuracy appear here while the network is trained.");

    Curves(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-curves");
        empty.getStyleClass().add("quiet");
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(accuracy, Priority.ALWAYS);
        getChildren().addAll(empty, charts);
        model.epochs().addListener((ListChangeListener<EpochReport>) change -> show());
        show();
    }

    private void show() {
        boolean nothing = model.epochs().isEmpty();
        shown(empty, nothing);
        shown(charts, !nothing);
        loss.show(model.epochs());
        accuracy.show(model.epochs());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
