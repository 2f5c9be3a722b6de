package vermeer.ui.trust;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import vermeer.model.Target;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.prediction.PredictionViewModel;

/** Chooses which of the best classes is explained; a contrast that was chosen elsewhere is only named. */
final class ClassPicker extends ComboBox<ClassScore> {
    private final PredictionViewModel model;
    private boolean following;

    ClassPicker(PredictionViewModel model) {
        this.model = model;
        setId("judged-class");
        setMaxWidth(Double.MAX_VALUE);
        setTooltip(new Tooltip("The class that is explained"));
        setAccessibleText("Class");
        setCellFactory(view -> new Cell());
        setButtonCell(new Cell());
        model.top().addListener((ListChangeListener<ClassScore>) change -> fill());
        model.targetProperty().subscribe(target -> fill());
        valueProperty().subscribe(score -> {
            if (!following && score != null) {
                model.choose(score);
            }
        });
    }

    private void fill() {
        following = true;
        Target target = model.targetProperty().get();
        getItems().setAll(model.top());
        setValue(model.top().stream()
                .filter(score -> score.target().equals(target))
                .findFirst()
                .orElse(null));
        setPromptText(target == null ? "" : target.name());
        following = false;
    }

    /** A class with its probability. */
    private final class Cell extends ListCell<ClassScore> {
        @Override
        protected void updateItem(ClassScore score, boolean none) {
            super.updateItem(score, none);
            setText(
                    none || score == null
                            ? getPromptText()
                            : String.format(Locale.ROOT, "%s  %.1f %%", score.name(), 100 * score.probability()));
        }
    }
}
