package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.evaluation.Interval;

/** Networks and cuts with how well small heads do on them; the user takes one for the next run. */
final class TrialsView extends VBox {
    private final RunViewModel model;
    private final TrialsViewModel trials;
    private final FlowPane candidates = new FlowPane(14, 6);
    private final TableView<MeasuredCut> table = new TableView<>();
    private final Button measure = new Button("Measure");
    private final Button cancel = new Button("Cancel");
    private final Button take = new Button("Take this one");
    private final Label refused = new Label();

    /** @param onBack leaves the table */
    TrialsView(RunViewModel model, Runnable onBack) {
        super(10);
        this.model = model;
        this.trials = model.trials();
        setId("trials");
        getStyleClass().add("trials");
        Label why =
                new Label("Which network should be tuned, and where should it be cut? Small heads are trained on what"
                        + " each network knows at several cuts and cross-validated on your training photos; dev and test"
                        + " are not looked at. Of those as good as the best, the one that trains least is proposed.");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("quiet");
        Label status = new Label();
        status.setId("trials-status");
        status.textProperty().bind(trials.statusProperty());
        status.setMinWidth(0);
        refused.getStyleClass().add("problem");
        refused.setWrapText(true);
        refused.setMinHeight(USE_PREF_SIZE);
        fillTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(why, candidates, acting(status), table, refused, leaving(onBack));
        trials.busyProperty().subscribe(busy -> show());
        trials.measured().addListener((ListChangeListener<MeasuredCut>) change -> show());
        trials.refused().addListener((ListChangeListener<String>) change -> show());
        offer();
        show();
    }

    /** Offers the networks that there are now. */
    void offer() {
        List<CheckBox> boxes = new ArrayList<>();
        for (Candidate candidate : trials.candidates()) {
            CheckBox box = new CheckBox(candidate.name() + (candidate.asked() ? " (open)" : ""));
            box.setMnemonicParsing(false);
            box.setUserData(candidate);
            box.setSelected(true);
            box.setTooltip(new Tooltip(candidate.file().toString()));
            box.setOnAction(pressed -> show());
            boxes.add(box);
        }
        candidates.getChildren().setAll(boxes);
    }

    private HBox acting(Label status) {
        measure.setId("trials-measure");
        measure.getStyleClass().add(Styles.ACCENT);
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(pressed -> model.measure(chosen()));
        cancel.setId("trials-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> trials.cancel());
        HBox line = new HBox(8, measure, cancel, status);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox leaving(Runnable onBack) {
        take.setId("trials-take");
        take.getStyleClass().add(Styles.ACCENT);
        take.setOnAction(pressed -> {
            model.take(table.getSelectionModel().getSelectedItem());
            onBack.run();
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> take.setDisable(row == null));
        table.setRowFactory(view -> row(onBack));
        Button back = new Button("Back");
        back.setId("trials-back");
        back.setOnAction(pressed -> onBack.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, space, back, take);
    }

    private TableRow<MeasuredCut> row(Runnable onBack) {
        TableRow<MeasuredCut> row = new TableRow<>();
        row.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2 && !row.isEmpty()) {
                model.take(row.getItem());
                onBack.run();
            }
        });
        return row;
    }

    private List<Candidate> chosen() {
        return candidates.getChildren().stream()
                .filter(box -> ((CheckBox) box).isSelected())
                .map(box -> (Candidate) box.getUserData())
                .toList();
    }

    private void fillTable() {
        table.setId("trials-table");
        table.setItems(trials.measured());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Nothing is measured yet."));
        table.setMinHeight(110);
        column("Network", 170, row -> row.candidate().name());
        column(
                "Cut",
                180,
                row -> row.trial().cut().headOnly()
                        ? "new head only"
                        : "from " + row.trial().cut().name() + " on");
        number(
                "Numbers trained",
                120,
                row -> String.format(Locale.ROOT, "%,d", row.trial().cut().parameters()));
        number("Small head right (95 %)", 190, row -> accuracy(row.trial().accuracy()));
        number(
                "Seconds",
                80,
                row -> String.format(Locale.ROOT, "%.1f", row.trial().seconds()));
        column("", 90, row -> trials.proposed().filter(row::equals).isPresent() ? "proposed" : "");
    }

    private static String accuracy(Interval right) {
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * right.value(), 100 * right.low(), 100 * right.high());
    }

    private TableColumn<MeasuredCut, String> column(String title, double width, Function<MeasuredCut, String> text) {
        TableColumn<MeasuredCut, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void number(String title, double width, Function<MeasuredCut, String> text) {
        column(title, width, text).getStyleClass().add("number-column");
    }

    private void show() {
        boolean busy = trials.busyProperty().get();
        measure.setDisable(busy || chosen().isEmpty());
        Shown.when(cancel, busy);
        candidates.setDisable(busy);
        refused.setText(String.join("\n", trials.refused()));
        Shown.when(refused, !trials.refused().isEmpty());
        table.refresh();
        if (!busy) {
            trials.proposed().ifPresent(row -> table.getSelectionModel().select(row));
        }
    }
}
