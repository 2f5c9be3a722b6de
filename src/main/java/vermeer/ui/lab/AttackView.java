package vermeer.ui.lab;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import vermeer.ui.control.FileChoosing;

/** The page of attacks: the demonstration, and beside it what attacks. */
final class AttackView {
    private static final double SHARE = 0.67;

    private AttackView() {}

    static SplitPane of(AttackViewModel model, FileChoosing files) {
        Button present = new Button("Present", new FontIcon(MaterialDesignP.PRESENTATION));
        present.setId("attack-present");
        present.setMinWidth(Region.USE_PREF_SIZE);
        present.setTooltip(new Tooltip("Fill the screen; Esc comes back"));
        present.setOnAction(pressed -> Presentation.show(model, present.getScene()));
        return beside(new DemoView(model, present), new AttackForm(model, files));
    }

    /** A page with a side panel that scrolls and keeps its width when the window grows. */
    static SplitPane beside(Region page, Region panel) {
        ScrollPane side = new ScrollPane(panel);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.getStyleClass().add("lab-side");
        SplitPane split = new SplitPane(page, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(SHARE);
        return split;
    }
}
