package vermeer.ui.canvas;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import vermeer.ui.control.Hint;

/** The zoom controls in the canvas's corner. */
final class ZoomControls extends HBox {
    private final Label zoom = new Label("100 %");

    ZoomControls(CanvasView canvas) {
        getStyleClass().add("zoom-controls");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        zoom.getStyleClass().add("zoom");
        getChildren()
                .addAll(
                        button(MaterialDesignM.MINUS, "Zoom out (-)", canvas::zoomOut),
                        zoom,
                        button(MaterialDesignP.PLUS, "Zoom in (+)", canvas::zoomIn),
                        button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "Fit the picture (0)", canvas::fit),
                        button(
                                MaterialDesignN.NUMERIC_1_BOX_OUTLINE,
                                "Actual size: one picture pixel on one screen pixel (double click)",
                                canvas::actualSize));
        canvas.onViewport(() -> zoom.setText(Math.round(100 * canvas.viewport().scale()) + " %"));
    }

    private static Button button(Ikon icon, String tooltip, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        Hint.on(button, tooltip);
        button.setAccessibleText(tooltip);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
