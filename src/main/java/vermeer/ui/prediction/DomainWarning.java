package vermeer.ui.prediction;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vermeer.ui.control.FxImage;

/** The warning that a picture is unlike all that the network was trained on, with the training photos most like it. */
public final class DomainWarning extends VBox {
    private static final double HEIGHT = 56;

    public DomainWarning(DomainViewModel model) {
        super(6);
        setId("domain-warning");
        getStyleClass().add("domain-warning");
        model.strangeProperty().subscribe(this::show);
    }

    private void show(DomainViewModel.Strange strange) {
        getChildren().clear();
        setVisible(strange != null);
        setManaged(strange != null);
        if (strange == null) {
            return;
        }
        Label text = new Label("Unlike anything it was trained on: do not trust this answer.");
        text.getStyleClass().add("domain-warning-text");
        text.setWrapText(true);
        getChildren().add(text);
        if (!strange.nearest().isEmpty()) {
            FlowPane row = new FlowPane(6, 6);
            strange.nearest().forEach(each -> row.getChildren().add(photo(each)));
            Label most = new Label("Most like it in training:");
            most.getStyleClass().add("domain-warning-more");
            getChildren().addAll(most, row);
        }
    }

    private static Node photo(DomainViewModel.Nearest nearest) {
        Node node = nearest.picture()
                .<Node>map(picture -> {
                    ImageView view = new ImageView(FxImage.image(picture));
                    view.setPreserveRatio(true);
                    view.setFitHeight(HEIGHT);
                    return view;
                })
                .orElseGet(() -> new Label(nearest.name()));
        Tooltip.install(node, new Tooltip(nearest.name()));
        return node;
    }
}
