package vermeer.ui.prediction;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import vermeer.ui.control.Hint;
import vermeer.ui.control.MenuOnDemand;
import vermeer.ui.investigation.Prediction.ClassScore;

/** A class's bar and beside it the button that asks why it was not this class. */
final class ClassRow extends HBox {
    private final ClassScore score;
    private final PredictionViewModel model;
    private final ClassBar bar;
    private final ToggleButton not = new ToggleButton("", new FontIcon(MaterialDesignN.NOT_EQUAL_VARIANT));
    private final Hint hint = Hint.on(not);
    private final MenuItem contrast = new MenuItem();

    ClassRow(ClassScore score, PredictionViewModel model) {
        super(2);
        this.score = score;
        this.model = model;
        getStyleClass().add("class-row");
        setAlignment(Pos.CENTER_LEFT);
        bar = new ClassBar(score, () -> model.choose(score));
        HBox.setHgrow(bar, Priority.ALWAYS);
        not.setId("not-" + score.index());
        not.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "and-not");
        not.setMinWidth(USE_PREF_SIZE);
        not.setOnAction(pressed -> contrast());
        contrast.setMnemonicParsing(false);
        contrast.setOnAction(chosen -> contrast());
        MenuOnDemand.on(bar, () -> new ContextMenu(contrast));
        getChildren().addAll(bar, not);
    }

    /** Shows what part the class has in what is explained. */
    void showPart() {
        TargetPart part = model.part(score);
        String explained = model.explained().map(ClassScore::name).orElse("");
        bar.showPart(part);
        not.setSelected(part == TargetPart.AGAINST);
        not.setVisible(part != TargetPart.FOR && !explained.isEmpty());
        contrast.setDisable(!not.isVisible());
        String text = part == TargetPart.AGAINST
                ? "Explain " + explained + " alone again"
                : "Why " + explained + " and not " + score.name() + "?";
        hint.say(text);
        contrast.setText(text);
        not.setAccessibleText(text);
    }

    private void contrast() {
        model.contrast(score);
        showPart();
    }
}
