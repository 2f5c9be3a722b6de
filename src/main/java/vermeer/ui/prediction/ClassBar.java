package vermeer.ui.prediction;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Hint;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.Prediction.ClassScore;

/** One class as a bar to click: its name, its probability, and whether it is the one explained. */
final class ClassBar extends Button {
    private static final PseudoClass EXPLAINED = PseudoClass.getPseudoClass("explained");
    private static final PseudoClass AGAINST = PseudoClass.getPseudoClass("against");

    private final ClassScore score;

    ClassBar(ClassScore score, Runnable onChosen) {
        this.score = score;
        getStyleClass().setAll("class-bar");
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(content());
        setText("");
        Hint.on(
                this,
                score.name() + "\nclass " + score.index() + ", " + Percent.of(score.probability())
                        + "\nClick to explain this class" + (score.rank() <= 9 ? " (key " + score.rank() + ")" : ""));
        setAccessibleText(score.name() + ", " + Percent.of(score.probability()));
        setOnAction(pressed -> onChosen.run());
    }

    void showPart(TargetPart part) {
        pseudoClassStateChanged(EXPLAINED, part == TargetPart.FOR);
        pseudoClassStateChanged(AGAINST, part == TargetPart.AGAINST);
    }

    private VBox content() {
        Label rank = new Label(Integer.toString(score.rank()));
        rank.getStyleClass().add("rank");
        rank.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(score.name());
        name.getStyleClass().add("class-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label probability = new Label(Percent.of(score.probability()));
        probability.getStyleClass().add("probability");
        probability.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, rank, name, probability);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(4, line, bar());
        content.prefWidthProperty()
                .bind(widthProperty().subtract(22)); // the button's own padding and border on both sides
        return content;
    }

    private Region bar() {
        Region filled = new Region();
        filled.getStyleClass().add("filled");
        HBox track = new HBox(filled);
        track.getStyleClass().add("track");
        filled.prefWidthProperty().bind(track.widthProperty().multiply(score.probability()));
        filled.setMinWidth(Region.USE_PREF_SIZE);
        return track;
    }
}
