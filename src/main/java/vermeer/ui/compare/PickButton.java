package vermeer.ui.compare;

import atlantafx.base.controls.Popover;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A button that opens a small panel to choose from; the panel is made when it opens. */
final class PickButton extends Button {
    private static final double MOST_HEIGHT = 420;

    PickButton(String id, Supplier<? extends Region> panel) {
        super("", new FontIcon(MaterialDesignC.CHEVRON_DOWN));
        setId(id);
        getStyleClass().add("pick-button");
        setContentDisplay(ContentDisplay.RIGHT);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(pressed -> open(panel.get()));
    }

    private void open(Region panel) {
        panel.getStyleClass().add("pick-panel");
        ScrollPane scroll = new ScrollPane(panel);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MOST_HEIGHT);
        Popover popover = new Popover(scroll);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setAutoHide(true);
        popover.show(this);
    }
}
