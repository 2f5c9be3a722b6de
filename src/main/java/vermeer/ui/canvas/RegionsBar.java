package vermeer.ui.canvas;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.trust.MarkedPlaces.Found;
import vermeer.trust.PointingTest;
import vermeer.ui.control.Hint;
import vermeer.ui.control.Percent;

/** What the boxes on the canvas say, on a line or two over it. */
final class RegionsBar extends HBox {
    private final RegionsViewModel model;
    private final Label summary = text("regions-summary");
    private final Label verdict = text("pointing-verdict");
    private final Button remove = new Button("", new FontIcon(MaterialDesignC.CLOSE));

    RegionsBar(RegionsViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("regions-bar");
        setAlignment(Pos.CENTER_LEFT);
        Hint.on(
                summary,
                "Places of at least half of the map's largest value, joined with their neighbours. "
                        + "Shares are of all positive values of the map.");
        Hint.on(
                verdict,
                "The pointing test: whether the map's strongest point lies in your box, and how much"
                        + " of its positive values do, beside the box's share of the map.");
        remove.setId("remove-box");
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        Hint.on(remove, "Remove your box");
        remove.setAccessibleText("Remove your box");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(pressed -> model.removeBox());
        VBox lines = new VBox(2, summary, verdict);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(lines, remove);
        model.regionsProperty().subscribe(regions -> show());
        model.shownProperty().subscribe(shown -> show());
        model.pointingProperty().subscribe(test -> show());
        model.boxProperty().subscribe(box -> show());
        model.drawingProperty().subscribe(drawing -> show());
    }

    private void show() {
        boolean box = model.boxProperty().get() != null;
        show(
                summary,
                model.shownProperty().get() ? summary(model.regionsProperty().get()) : "");
        show(verdict, verdict(model.pointingProperty().get(), box));
        remove.setVisible(box);
        remove.setManaged(box);
        setVisible(summary.isVisible() || verdict.isVisible());
        setManaged(isVisible());
    }

    private static String summary(List<Found> regions) {
        double share = regions.stream().mapToDouble(Found::share).sum();
        if (regions.isEmpty()) {
            return "No regions: there is no finished map with positive values.";
        }
        return (regions.size() == 1
                        ? "The strongest region holds "
                        : "The " + regions.size() + " strongest regions hold ")
                + Percent.of(share) + " of the evidence.";
    }

    private String verdict(PointingTest test, boolean box) {
        if (test == null && box) {
            return "Choose a method to test its map against your box.";
        }
        if (test == null) {
            return model.drawingProperty().get() ? "Drag a box over what the network should look at." : "";
        }
        return test.sentence("Your box");
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label text(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
