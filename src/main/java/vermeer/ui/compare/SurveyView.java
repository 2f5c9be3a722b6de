package vermeer.ui.compare;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.comparison.AnswerPair;
import vermeer.comparison.AnswerPair.Verdict;
import vermeer.ui.compare.Survey.Row;
import vermeer.ui.control.Percent;

/** Both models' answers for all pictures, disagreements first. */
final class SurveyView extends VBox {
    private static final double ROW = 66;

    private final CompareViewModel model;
    private final Survey survey;
    private final Button start = new Button();
    private final Label summary = new Label();
    private final ProgressBar progress = new ProgressBar();

    SurveyView(CompareViewModel model) {
        super(6);
        this.model = model;
        this.survey = model.survey();
        start.setId("survey");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(pressed -> {
            if (survey.runningProperty().get()) {
                survey.stop();
            } else {
                model.surveyAll();
            }
        });
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("thin");
        summary.setWrapText(true);
        ListView<Row> list = new ListView<>(survey.rows());
        list.setId("survey-rows");
        list.setCellFactory(view -> new RowCell());
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label(""));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.look(row.file());
            }
        });
        survey.rows().addListener((ListChangeListener<Row>) change -> {
            list.setPrefHeight(6 + ROW * Math.min(6, survey.rows().size()));
            list.setVisible(!survey.rows().isEmpty());
            list.setManaged(list.isVisible());
            show();
        });
        list.setVisible(false);
        list.setManaged(false);
        survey.runningProperty().subscribe(running -> show());
        survey.doneProperty().subscribe(done -> show());
        model.second().networkProperty().subscribe(network -> show());
        getChildren().addAll(start, progress, summary, list);
    }

    private void show() {
        boolean running = survey.runningProperty().get();
        int done = survey.doneProperty().get();
        int total = survey.totalProperty().get();
        start.setText(running ? "Cancel" : "Find where the models disagree");
        start.setDisable(model.second().networkProperty().get() == null);
        progress.setVisible(running);
        progress.setManaged(running);
        progress.setProgress(total == 0 ? 0 : (double) done / total);
        summary.setText(
                total == 0
                        ? "Asks both models about every picture, disagreements first."
                        : (running ? done + " of " + total + " pictures: " : "")
                                + survey.disagreements()
                                + " of " + survey.rows().size() + " answered differently.");
    }

    /** A picture and what both models say. */
    private static final class RowCell extends ListCell<Row> {
        @Override
        protected void updateItem(Row row, boolean none) {
            super.updateItem(row, none);
            setText(null);
            setPrefWidth(0);
            setGraphic(none || row == null ? null : content(row));
            setTooltip(none || row == null ? null : new Tooltip(row.file().toString()));
        }

        private static VBox content(Row row) {
            AnswerPair pair = row.pair();
            Label file = new Label(row.file().getFileName().toString());
            file.getStyleClass().add("file-name");
            file.setMinWidth(0);
            file.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(file, Priority.ALWAYS);
            Label verdict = new Label(
                    switch (pair.verdict()) {
                        case SAME -> "same";
                        case DIFFERENT -> "different";
                        case NOT_SHARED -> "class of one model";
                    });
            verdict.getStyleClass().addAll("difference", pair.verdict() == Verdict.SAME ? "small" : "large");
            verdict.setMinWidth(USE_PREF_SIZE);
            HBox head = new HBox(6, file, verdict);
            head.setAlignment(Pos.CENTER_LEFT);
            return new VBox(
                    1,
                    head,
                    answer("A", pair.first(), pair.firstProbability()),
                    answer("B", pair.second(), pair.secondProbability()));
        }

        private static Label answer(String model, String name, double probability) {
            Label label = new Label(model + "  " + Percent.of(probability) + "  " + name);
            label.getStyleClass().add("survey-answer");
            label.setMinWidth(0);
            return label;
        }
    }
}
