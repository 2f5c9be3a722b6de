package vermeer.ui.prediction;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import vermeer.ui.control.Hint;
import vermeer.ui.investigation.Prediction.ClassScore;

/** The top-5 bars and the search over all classes. */
public final class PredictionView extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PredictionViewModel model;
    private final VBox bars = new VBox(2);
    private final Label empty = new Label("Open a picture to see what the network makes of it.");
    private final CustomTextField search = new CustomTextField();
    private FoundClasses found;

    public PredictionView(PredictionViewModel model) {
        this.model = model;
        getStyleClass().add("prediction");
        empty.setWrapText(true);
        empty.getStyleClass().add("hint");
        getChildren().addAll(empty, bars, search);
        buildSearch();
        model.top().addListener((ListChangeListener<ClassScore>) change -> showBars());
        model.targetProperty().subscribe(target -> markExplained());
        model.staleProperty().subscribe(stale -> bars.pseudoClassStateChanged(STALE, stale));
        showBars();
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void buildSearch() {
        search.setId("class-search");
        search.setPromptText("Search all classes");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        Hint.on(search, "Find any class by its name or number, to explain it (Ctrl+F)");
        search.setAccessibleText("Search all classes");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN && found != null) {
                found.requestFocus();
                found.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        search.setOnAction(entered -> model.found().stream().findFirst().ifPresent(model::choose));
        model.searchProperty().subscribe(text -> {
            if (found == null && !text.isEmpty()) {
                found = new FoundClasses(model);
                getChildren().add(found);
            }
        });
    }

    private void showBars() {
        List<ClassRow> shown =
                model.top().stream().map(score -> new ClassRow(score, model)).toList();
        bars.getChildren().setAll(shown);
        empty.setVisible(shown.isEmpty());
        empty.setManaged(shown.isEmpty());
        markExplained();
    }

    private void markExplained() {
        bars.getChildren().forEach(row -> ((ClassRow) row).showPart());
    }
}
