package vermeer.ui.canvas;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.trust.PointingTest;
import vermeer.ui.canvas.RegionsViewModel.FoundRegion;
import vermeer.ui.control.Percent;

/** What the boxes on the canvas say, in its corner. */
final class RegionsPanel extends VBox {
    private final RegionsViewModel model;
    private final Label summary = text("regions-summary");
    private final Label verdict = text("pointing-verdict");
    private final GridPane numbers = new GridPane();
    private final Button remove = new Button("Remove the box", new FontIcon(MaterialDesignC.CLOSE));

    RegionsPanel(RegionsViewModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("regions-panel");
        setId("regions-panel");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        summary.setTooltip(wrapped("Places of at least half of the map's largest value, joined with their neighbours. "
                + "Shares are of all positive values of the map."));
        numbers.getStyleClass().add("numbers");
        numbers.setHgap(10);
        numbers.setVgap(2);
        remove.setId("remove-box");
        remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        remove.setOnAction(pressed -> model.removeBox());
        getChildren().addAll(summary, verdict, numbers, remove);
        model.regionsProperty().subscribe(regions -> show());
        model.shownProperty().subscribe(shown -> show());
        model.pointingProperty().subscribe(test -> show());
        model.boxProperty().subscribe(box -> show());
        model.drawingProperty().subscribe(drawing -> show());
    }

    private void show() {
        List<FoundRegion> regions = model.regionsProperty().get();
        PointingTest test = model.pointingProperty().get();
        boolean box = model.boxProperty().get() != null;
        show(summary, model.shownProperty().get() ? summary(regions) : "");
        show(verdict, verdict(test, box));
        numbers.getChildren().clear();
        if (test != null) {
            row(0, "Evidence inside", Percent.of(test.energy()));
            row(1, "Area of the box", Percent.of(test.area()));
            row(2, "Strongest point", test.hit() ? "inside: hit" : "outside: miss");
        }
        numbers.setManaged(test != null);
        remove.setVisible(box);
        remove.setManaged(box);
        setVisible(summary.isVisible() || verdict.isVisible());
    }

    private static String summary(List<FoundRegion> regions) {
        double share = regions.stream().mapToDouble(FoundRegion::share).sum();
        if (regions.isEmpty()) {
            return "No regions: there is no finished map with positive values.";
        }
        return (regions.size() == 1 ? "1 region holds " : regions.size() + " strongest regions hold ")
                + Percent.of(share) + " of the evidence";
    }

    private String verdict(PointingTest test, boolean box) {
        if (test == null && box) {
            return "Choose a method to test its map against your box.";
        }
        if (test == null) {
            return model.drawingProperty().get() ? "Drag a box over what the network should look at." : "";
        }
        if (test.area() == 0) {
            return "Your box lies outside of what the network sees.";
        }
        double times = test.energy() / test.area();
        return String.format(
                Locale.ROOT, "Your box holds %.1f times the evidence that an even map would put there", times);
    }

    private void row(int row, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        numbers.addRow(row, label, new Label(value));
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
        label.setMaxWidth(250);
        return label;
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }
}
