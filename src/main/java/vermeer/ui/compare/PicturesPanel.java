package vermeer.ui.compare;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vermeer.ui.strip.StripItem;

/** Chooses the columns among the pictures of the strip. */
final class PicturesPanel extends VBox {
    private static final int LISTED = 200;

    PicturesPanel(CompareViewModel model) {
        super(4);
        setPrefWidth(290);
        CheckBox same = new CheckBox("The same class for all: the one chosen in Explain");
        same.setId("same-class");
        same.setWrapText(true);
        same.selectedProperty().bindBidirectional(model.pictures().sameClassProperty());
        Label most = new Label("At most " + PictureColumns.MOST + " pictures");
        most.getStyleClass().add("quiet");
        getChildren().addAll(same, MethodsPanel.heading("Pictures"), most);
        List<StripItem> strip = model.workbench().strip().items();
        strip.stream().limit(LISTED).forEach(item -> getChildren().add(tick(model, item, strip)));
        if (strip.size() > LISTED) {
            getChildren().add(new Label("Only the first " + LISTED + " are listed here."));
        }
    }

    private static CheckBox tick(CompareViewModel model, StripItem item, List<StripItem> strip) {
        PictureColumns pictures = model.pictures();
        CheckBox box = new CheckBox(item.name());
        box.setMnemonicParsing(false);
        box.setSelected(pictures.chosen().contains(item));
        box.setOnAction(ticked -> {
            pictures.toggle(item, strip);
            box.setSelected(pictures.chosen().contains(item));
        });
        return box;
    }
}
