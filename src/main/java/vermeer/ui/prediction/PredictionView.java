package vermeer.ui.prediction;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.Prediction.ClassScore;

/** The top-5 bars and the search over all classes. */
public final class PredictionView extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private static final double FOUND_ROW = 30;

    private final PredictionViewModel model;
    private final VBox bars = new VBox(2);
    private final Label empty = new Label("Open a picture to see what the network makes of it.");
    private final CustomTextField search = new CustomTextField();
    private final ListView<ClassScore> found = new ListView<>();

    public PredictionView(PredictionViewModel model) {
        this.model = model;
        getStyleClass().add("prediction");
        empty.setWrapText(true);
        empty.getStyleClass().add("hint");
        buildSearch();
        getChildren().addAll(empty, bars, search, found);
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
        search.setTooltip(new Tooltip("Find any class by its name or number, to explain it (Ctrl+F)"));
        search.setAccessibleText("Search all classes");
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                found.requestFocus();
                found.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        search.setOnAction(entered -> model.found().stream().findFirst().ifPresent(this::choose));
        found.setId("classes-found");
        found.getStyleClass().add("classes-found");
        found.setItems(model.found());
        found.setCellFactory(list -> new FoundCell());
        found.setFixedCellSize(FOUND_ROW);
        found.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> 4
                                + FOUND_ROW
                                        * Math.max(2, Math.min(6, model.found().size())),
                        model.found()));
        found.setMinHeight(USE_PREF_SIZE);
        found.setPlaceholder(new Label("No class has this name."));
        found.visibleProperty().bind(model.searchProperty().isNotEmpty());
        found.managedProperty().bind(found.visibleProperty());
        found.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chooseSelected();
            }
        });
        found.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chooseSelected();
                event.consume();
            }
        });
    }

    private void chooseSelected() {
        ClassScore selected = found.getSelectionModel().getSelectedItem();
        if (selected != null) {
            choose(selected);
        }
    }

    private void choose(ClassScore score) {
        model.choose(score);
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

    /** A found class: its name and probability on one line; its menu asks why it was not this one. */
    private final class FoundCell extends ListCell<ClassScore> {
        private final MenuItem contrast = new MenuItem();
        private final ContextMenu menu = new ContextMenu(contrast);

        FoundCell() {
            contrast.setMnemonicParsing(false);
            contrast.setOnAction(chosen -> model.contrast(getItem()));
            menu.setOnShowing(showing -> contrast.setText("Why "
                    + model.explained().map(ClassScore::name).orElse("") + " and not "
                    + getItem().name() + "?"));
        }

        @Override
        protected void updateItem(ClassScore score, boolean none) {
            super.updateItem(score, none);
            setText(none ? null : score.name());
            setPrefWidth(0);
            setContextMenu(none ? null : menu);
            Label probability = none ? null : new Label(Percent.of(score.probability()));
            if (probability != null) {
                probability.getStyleClass().add("probability");
                probability.setMinWidth(64);
            }
            setGraphic(probability);
            setTooltip(none ? null : new Tooltip(score.name() + ", class " + score.index()));
        }
    }
}
