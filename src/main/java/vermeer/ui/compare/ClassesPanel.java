package vermeer.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;

/** Chooses the columns of one picture: its best classes, the true class, any other, and the contrast. */
final class ClassesPanel extends VBox {
    private static final int FOUND = 6;

    private final CompareViewModel model;
    private final Prediction prediction;

    ClassesPanel(CompareViewModel model, Prediction prediction) {
        super(4);
        this.model = model;
        this.prediction = prediction;
        setPrefWidth(320);
        show();
    }

    private void show() {
        ClassColumns classes = model.classes();
        getChildren().setAll(MethodsPanel.heading("Predicted"));
        int ranks = Math.min(ClassColumns.RANKS, prediction.ranking().size());
        for (ClassScore score : prediction.ranking().subList(0, ranks)) {
            getChildren().add(rank(score));
        }
        CheckBox contrast = new CheckBox("What makes the difference between the first and "
                + (classes.truth(prediction).isPresent() ? "the true class" : "the second"));
        contrast.setId("column-contrast");
        contrast.setWrapText(true);
        contrast.selectedProperty().bindBidirectional(classes.contrastProperty());
        getChildren().addAll(contrast, MethodsPanel.heading("True class"), truth());
        getChildren().add(search("true-class", "Say what the picture shows", score -> {
            model.truth(Optional.of(score));
            show();
        }));
        getChildren().add(MethodsPanel.heading("Any other class"));
        classes.others().stream()
                .filter(index -> index < prediction.ranking().size())
                .map(prediction::of)
                .forEach(score -> getChildren().add(line(score.name(), "Remove", () -> {
                    classes.others().remove(Integer.valueOf(score.index()));
                    show();
                })));
        getChildren().add(search("other-class", "Search all classes", score -> {
            if (!classes.others().contains(score.index())) {
                classes.others().add(score.index());
            }
            show();
        }));
    }

    private CheckBox rank(ClassScore score) {
        CheckBox box = new CheckBox(score.name() + "   " + Percent.of(score.probability()));
        box.setId("column-rank-" + score.rank());
        box.setMnemonicParsing(false);
        Integer rank = score.rank();
        box.setSelected(model.classes().ranks().contains(rank));
        box.setOnAction(ticked -> {
            if (box.isSelected()) {
                model.classes().ranks().add(rank);
            } else {
                model.classes().ranks().remove(rank);
            }
        });
        return box;
    }

    private HBox truth() {
        Optional<ClassScore> truth = model.classes().truth(prediction);
        if (truth.isEmpty()) {
            Label none = new Label("Not known: the folder's name is no class of this model.");
            none.getStyleClass().add("quiet");
            none.setWrapText(true);
            return new HBox(none);
        }
        String source = model.classes().proposedByFolder(prediction) ? " (the folder's name)" : "";
        return line(truth.get().name() + source, "Not so", () -> {
            model.truth(Optional.empty());
            show();
        });
    }

    private static HBox line(String text, String link, Runnable action) {
        Label name = new Label(text);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Hyperlink remove = new Hyperlink(link);
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(pressed -> action.run());
        HBox line = new HBox(8, name, remove);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox search(String id, String prompt, Consumer<ClassScore> onChosen) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        ListView<ClassScore> found = new ListView<>();
        found.setId(id + "-found");
        found.setCellFactory(list -> new NameCell());
        found.setFixedCellSize(28);
        found.setPrefHeight(4 + 28 * 4);
        found.setVisible(false);
        found.setManaged(false);
        field.textProperty().subscribe(text -> {
            List<ClassScore> matching = matching(text);
            found.getItems().setAll(matching);
            found.setVisible(!text.isBlank());
            found.setManaged(!text.isBlank());
        });
        field.setOnAction(entered -> found.getItems().stream().findFirst().ifPresent(onChosen));
        found.setOnMouseClicked(clicked -> {
            ClassScore selected = found.getSelectionModel().getSelectedItem();
            if (selected != null) {
                onChosen.accept(selected);
            }
        });
        return new VBox(2, field, found);
    }

    private List<ClassScore> matching(String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                ? List.of()
                : prediction.ranking().stream()
                        .filter(score -> score.name().toLowerCase(Locale.ROOT).contains(sought)
                                || Integer.toString(score.index()).equals(sought))
                        .limit(FOUND)
                        .toList();
    }

    private static final class NameCell extends ListCell<ClassScore> {
        @Override
        protected void updateItem(ClassScore score, boolean none) {
            super.updateItem(score, none);
            setText(none ? null : score.name() + "   " + Percent.of(score.probability()));
            setPrefWidth(0);
        }
    }
}
