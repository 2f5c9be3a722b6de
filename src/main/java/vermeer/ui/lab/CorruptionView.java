package vermeer.ui.lab;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import vermeer.ui.control.Section;
import vermeer.ui.investigation.Prediction;

/** The corrupted picture with its answer, the brush, and how the answer holds. */
final class CorruptionView extends VBox {
    /** What the brush paints with. */
    private enum Paint {
        MEAN("Mean colour"),
        BLACK("Black"),
        WHITE("White");

        private final String title;

        Paint(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private final CorruptionViewModel model;
    private final PaintablePicture picture;
    private final TopFive top = new TopFive();
    private final ChoiceBox<Paint> paint = new ChoiceBox<>();

    private CorruptionView(CorruptionViewModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("demo-page");
        picture = new PaintablePicture((x, y, radius) -> model.paint(x, y, radius, colour()));
        VBox.setVgrow(picture, Priority.ALWAYS);
        Label size = new Label("On a copy of at most " + CorruptionViewModel.SIDE + " pixels a side.");
        size.getStyleClass().add("quiet");
        getChildren().addAll(brush(), picture, size, top, new StabilityStrip(model));
        model.shownProperty().subscribe(this::show);
    }

    /** The page, with a slider for each corruption beside it. */
    static SplitPane of(CorruptionViewModel model) {
        VBox sliders = new VBox(6);
        model.corruptions().forEach(each -> sliders.getChildren().add(new CorruptionRow(each, model)));
        Button reset = new Button("Reset all");
        reset.setId("corruption-reset");
        reset.setOnAction(pressed -> model.reset());
        VBox side = new VBox(new Section("Corruptions", sliders, reset));
        side.getStyleClass().add("sections");
        return AttackView.beside(new CorruptionView(model), side);
    }

    private void show(Prediction answer) {
        picture.show(answer == null ? null : answer.picture().picture());
        top.show(answer, model.label());
    }

    private int colour() {
        return switch (paint.getValue()) {
            case MEAN -> model.meanColour();
            case BLACK -> 0;
            case WHITE -> 0xffffff;
        };
    }

    private HBox brush() {
        ToggleButton take = new ToggleButton("Brush", new FontIcon(MaterialDesignB.BRUSH));
        take.setId("brush");
        take.setMinWidth(USE_PREF_SIZE);
        take.setTooltip(new Tooltip("Paint out what you suspect, and see the answer change"));
        picture.brushProperty().bind(take.selectedProperty());
        Slider radius = new Slider(4, 120, 24);
        radius.setId("brush-size");
        radius.setPrefWidth(110);
        radius.setAccessibleText("Size of the brush");
        radius.valueProperty().bindBidirectional(picture.radiusProperty());
        paint.getItems().setAll(Paint.values());
        paint.setValue(Paint.MEAN);
        paint.setAccessibleText("What the brush paints with");
        Button wipe = new Button("Wipe off");
        wipe.setId("brush-wipe");
        wipe.setMinWidth(USE_PREF_SIZE);
        wipe.setOnAction(pressed -> model.wipe());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, take, radius, paint, wipe, space);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
