package vermeer.ui.prediction;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import vermeer.ui.control.Hint;
import vermeer.ui.control.MenuOnDemand;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.Prediction.ClassScore;

/** The classes whose names the search has found, under it while there is something in it. */
final class FoundClasses extends ListView<ClassScore> {
    private static final double ROW = 30;

    private final PredictionViewModel model;

    FoundClasses(PredictionViewModel model) {
        this.model = model;
        setId("classes-found");
        getStyleClass().add("classes-found");
        setItems(model.found());
        setCellFactory(list -> new FoundCell());
        setFixedCellSize(ROW);
        prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> 4 + ROW * Math.max(2, Math.min(6, model.found().size())), model.found()));
        setMinHeight(USE_PREF_SIZE);
        setPlaceholder(new Label("No class has this name."));
        visibleProperty().bind(model.searchProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                chooseSelected();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chooseSelected();
                event.consume();
            }
        });
    }

    private void chooseSelected() {
        ClassScore selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.choose(selected);
        }
    }

    /** A found class: its name and probability on one line; its menu asks why it was not this one. */
    private final class FoundCell extends ListCell<ClassScore> {
        private final MenuItem contrast = new MenuItem();
        private final Hint hint = Hint.on(this);

        FoundCell() {
            contrast.setMnemonicParsing(false);
            contrast.setOnAction(chosen -> model.contrast(getItem()));
            MenuOnDemand.on(this, this::menu);
        }

        private ContextMenu menu() {
            ContextMenu menu = new ContextMenu(contrast);
            menu.setOnShowing(showing -> contrast.setText("Why "
                    + model.explained().map(ClassScore::name).orElse("") + " and not "
                    + getItem().name() + "?"));
            return menu;
        }

        @Override
        protected void updateItem(ClassScore score, boolean none) {
            super.updateItem(score, none);
            setText(none ? null : score.name());
            setPrefWidth(0);
            Label probability = none ? null : new Label(Percent.of(score.probability()));
            if (probability != null) {
                probability.getStyleClass().add("probability");
                probability.setMinWidth(64);
            }
            setGraphic(probability);
            hint.say(none ? "" : score.name() + ", class " + score.index());
        }
    }
}
