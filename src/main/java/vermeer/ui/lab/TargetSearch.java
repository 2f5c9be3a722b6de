package vermeer.ui.lab;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;

/** Which class the picture is to become: any other, or one found by its name. */
final class TargetSearch extends VBox {
    private static final double ROW = 28;
    private static final int ROWS = 5;

    private final AttackViewModel model;
    private final RadioButton any = new RadioButton("Any other class");
    private final RadioButton one = new RadioButton("This class");
    private final CustomTextField search = new CustomTextField();
    private final ListView<ClassScore> found = new ListView<>();

    TargetSearch(AttackViewModel model) {
        super(6);
        this.model = model;
        getStyleClass().add("target-search");
        ToggleGroup group = new ToggleGroup();
        any.setToggleGroup(group);
        one.setToggleGroup(group);
        any.setId("target-any");
        any.setOnAction(chosen -> {
            model.targetProperty().set(null);
            search.clear();
        });
        one.setOnAction(chosen -> search.requestFocus());
        search.setId("target-search");
        search.setPromptText("Make it a… gibbon");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setAccessibleText("Search the class that the picture is to become");
        search.textProperty().subscribe(this::find);
        search.setOnAction(entered -> found.getItems().stream().findFirst().ifPresent(this::choose));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                found.requestFocus();
                found.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        found.setId("targets-found");
        found.setFixedCellSize(ROW);
        found.setPrefHeight(ROW * ROWS + 4);
        found.setMinHeight(USE_PREF_SIZE);
        found.setPlaceholder(new Label("No class has this name."));
        found.setCellFactory(list -> new FoundCell());
        found.setOnMouseClicked(event -> chooseSelected());
        found.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chooseSelected();
            }
        });
        found.managedProperty().bind(found.visibleProperty());
        found.setVisible(false);
        getChildren().addAll(any, one, search, found);
        model.targetProperty().subscribe(this::showTarget);
    }

    private void showTarget(ClassScore target) {
        any.setSelected(target == null);
        one.setSelected(target != null);
        one.setText(target == null ? "This class" : target.name());
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Prediction answer = model.lab().investigation().predictionProperty().get();
        boolean looking = !wanted.isEmpty() && answer != null;
        found.setVisible(looking);
        List<ClassScore> some = looking
                ? answer.ranking().stream()
                        .filter(score -> score.name().toLowerCase(Locale.ROOT).contains(wanted)
                                || Integer.toString(score.index()).equals(wanted))
                        .limit(50)
                        .toList()
                : List.of();
        found.getItems().setAll(some);
    }

    private void chooseSelected() {
        ClassScore selected = found.getSelectionModel().getSelectedItem();
        if (selected != null) {
            choose(selected);
        }
    }

    private void choose(ClassScore score) {
        model.targetProperty().set(score);
        search.clear();
    }

    private static final class FoundCell extends ListCell<ClassScore> {
        @Override
        protected void updateItem(ClassScore score, boolean empty) {
            super.updateItem(score, empty);
            setText(empty ? null : score.name());
        }
    }
}
