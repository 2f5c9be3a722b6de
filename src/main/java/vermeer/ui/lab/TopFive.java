package vermeer.ui.lab;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;

/** The five most probable classes as bars; the class of the original picture and a wrong first one stand out. */
final class TopFive extends VBox {
    private static final int COUNT = 5;
    private static final PseudoClass TRUE = PseudoClass.getPseudoClass("original");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    TopFive() {
        super(3);
        getStyleClass().add("top-five");
        setMinHeight(USE_PREF_SIZE);
    }

    /** @param original the class of the picture as it is */
    void show(Prediction answer, int original) {
        List<ClassScore> top = answer == null
                ? List.of()
                : answer.ranking().stream().limit(COUNT).toList();
        getChildren().setAll(top.stream().map(score -> row(score, original)).toList());
    }

    private static VBox row(ClassScore score, int original) {
        Label name = new Label(score.name());
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label probability = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * score.probability()));
        probability.getStyleClass().add("probability");
        probability.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, name, probability);
        line.setAlignment(Pos.CENTER_LEFT);
        Region filled = new Region();
        filled.getStyleClass().add("filled");
        HBox track = new HBox(filled);
        track.getStyleClass().add("track");
        filled.prefWidthProperty().bind(track.widthProperty().multiply(score.probability()));
        filled.setMinWidth(USE_PREF_SIZE);
        VBox row = new VBox(1, line, track);
        row.getStyleClass().add("row");
        row.pseudoClassStateChanged(TRUE, score.index() == original);
        row.pseudoClassStateChanged(WRONG, score.rank() == 1 && score.index() != original);
        row.setAccessibleText(score.name() + ", " + probability.getText());
        Tooltip.install(row, new Tooltip(score.name() + ", class " + score.index()));
        return row;
    }
}
