package vermeer.ui.canvas;

import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import vermeer.image.Colormap;
import vermeer.ui.control.Hint;

/** The controls under the canvas: overlay, opacity, colours, scale, network's view. */
final class CanvasControls extends FlowPane {
    private final CanvasViewModel model;

    CanvasControls(CanvasViewModel model) {
        this.model = model;
        getStyleClass().add("controls");
        ToggleButton overlay =
                toggle("overlay-toggle", MaterialDesignE.EYE_OUTLINE, "Show the map over the picture (O)");
        overlay.selectedProperty().bindBidirectional(model.overlayShownProperty());
        ToggleButton clip = toggle(
                "clip",
                MaterialDesignC.CONTRAST_CIRCLE,
                "End the colours at the 99th percentile, so that a few extreme values do not leave the rest pale");
        clip.selectedProperty().bindBidirectional(model.clippedProperty());
        ToggleButton network = toggle("network-view", MaterialDesignG.GRID, "The picture as the network sees it (N)");
        network.selectedProperty().bindBidirectional(model.networkViewProperty());
        ToggleButton regions =
                toggle("regions", MaterialDesignS.SELECT_MARKER, "Box the regions that the network looked at (R)");
        regions.selectedProperty().bindBidirectional(model.regions().shownProperty());
        ToggleButton box = toggle(
                "draw-box",
                MaterialDesignS.SELECT_DRAG,
                "Draw a box and test whether the map points at it (B; or drag with Shift)");
        box.selectedProperty().bindBidirectional(model.regions().drawingProperty());
        Separator line = new Separator(Orientation.VERTICAL);
        getChildren().addAll(overlay, opacity(), colours(), clip, line, network, regions, box);
    }

    private Slider opacity() {
        Slider slider = new Slider(0, 1, model.opacityProperty().get());
        slider.setId("opacity");
        slider.setBlockIncrement(0.1);
        slider.setPrefWidth(110);
        slider.setMinWidth(60);
        slider.getStyleClass().add(Styles.SMALL);
        slider.valueProperty().bindBidirectional(model.opacityProperty());
        Hint.on(slider, "Opacity of the map ([ and ])");
        slider.setAccessibleText("Opacity of the map");
        model.opacityProperty().subscribe(value -> {
            if (!slider.isValueChanging()) {
                model.remember();
            }
        });
        slider.valueChangingProperty().subscribe((before, now) -> {
            if (before && !now) {
                model.remember();
            }
        });
        slider.disableProperty().bind(model.overlayShownProperty().not());
        return slider;
    }

    private ComboBox<Colormap> colours() {
        ComboBox<Colormap> box = new ComboBox<>();
        box.setId("colours");
        box.setCellFactory(list -> new ColoursCell());
        box.setButtonCell(new ColoursCell());
        Hint.on(box, "Colours of the map; changing them computes nothing anew");
        box.setAccessibleText("Colours of the map");
        box.setMinWidth(124);
        model.choicesProperty().subscribe(choices -> {
            box.getItems().setAll(choices);
            box.setValue(model.coloursProperty().get());
        });
        model.coloursProperty().subscribe(box::setValue);
        box.setOnAction(chosen -> {
            if (box.getValue() != null
                    && box.getValue() != model.coloursProperty().get()) {
                model.coloursProperty().set(box.getValue());
                model.remember();
            }
        });
        return box;
    }

    private static ToggleButton toggle(String id, Ikon icon, String tooltip) {
        ToggleButton button = dressed(new ToggleButton("", new FontIcon(icon)), tooltip);
        button.setId(id);
        return button;
    }

    private static <T extends ButtonBase> T dressed(T button, String tooltip) {
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        Hint.on(button, tooltip);
        button.setAccessibleText(tooltip);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
