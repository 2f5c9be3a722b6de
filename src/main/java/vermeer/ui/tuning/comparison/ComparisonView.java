package vermeer.ui.tuning.comparison;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import vermeer.evaluation.ClassChange;
import vermeer.ui.tuning.Thumbnails;

/** What to compare with at the top, what changed at the left, the photos answered differently and both maps at the right. */
public final class ComparisonView extends BorderPane {
    private static final String STYLE =
            ComparisonView.class.getResource("/vermeer/ui/results.css").toExternalForm();

    private final ComparisonViewModel model;
    private final VBox figures = new VBox(10);
    private final ListView<Integer> list = new ListView<>();
    private final Label listTitle = title("");

    public ComparisonView(ComparisonViewModel model, Thumbnails thumbnails) {
        this.model = model;
        getStyleClass().add("results-step");
        getStylesheets().add(STYLE);
        figures.getStyleClass().add("figures");
        list.setId("disagreements");
        list.setPlaceholder(new Label("Nothing is answered differently."));
        list.setCellFactory(view -> new DisagreementCell(model, thumbnails));
        list.getSelectionModel().selectedItemProperty().subscribe(index -> {
            if (index != null) {
                model.explain(index);
            }
        });
        list.setMinHeight(150);
        SideMapsView maps = new SideMapsView(model);
        VBox right = new VBox(8, listTitle, list, maps);
        right.getStyleClass().add("pictures");
        VBox.setVgrow(maps, javafx.scene.layout.Priority.ALWAYS);
        ScrollPane left = new ScrollPane(figures);
        left.setFitToWidth(true);
        left.setMinWidth(330);
        SplitPane both = new SplitPane(left, right);
        both.setDividerPositions(0.4);
        setTop(top());
        model.pairProperty().subscribe(pair -> {
            both.setVisible(pair != null);
            if (pair != null) {
                show(pair);
            }
        });
        setCenter(both);
    }

    private Node top() {
        Button opened = new Button("The network that is open");
        opened.setId("compare-opened");
        opened.setTooltip(new Tooltip("Compares with the network of the window, such as the one before tuning"));
        opened.setOnAction(pressed -> model.withOpened());
        Button run = new Button("Another run…");
        run.setId("compare-run");
        run.setOnAction(pressed -> chooseRun());
        Button file = new Button("A network's file…");
        file.setOnAction(pressed -> chooseFile());
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(20, 20);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(pressed -> model.cancel());
        HBox busy = new HBox(8, turning, cancel);
        busy.setAlignment(Pos.CENTER_LEFT);
        model.busyProperty().subscribe(now -> {
            shown(busy, now);
            List.of(opened, run, file).forEach(button -> button.setDisable(now));
        });
        FlowPane line = new FlowPane(10, 6, new Label("Compare with"), opened, run, file, busy);
        line.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.setId("compare-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        model.problemProperty().subscribe(text -> {
            problem.setText(text);
            shown(problem, !text.isEmpty());
        });
        VBox top = new VBox(6, line, problem, changes());
        top.getStyleClass().add("results-bar");
        return top;
    }

    /** What is new in the folder since the run, and the way to go on from it. */
    private Node changes() {
        Label text = quiet("");
        text.setId("data-changes");
        text.setWrapText(true);
        Button go = new Button("Train on from this run");
        go.setId("continue-run");
        go.setTooltip(
                new Tooltip("Opens the run's network, so that the next run begins where this one ended; compare the"
                        + " two afterwards"));
        go.setOnAction(pressed -> model.continueFromRun());
        go.setDisable(!model.canContinue());
        go.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, text, go);
        line.setAlignment(Pos.CENTER_LEFT);
        model.changesProperty().subscribe(words -> {
            text.setText(words);
            shown(line, !words.isEmpty());
        });
        return line;
    }

    private void show(Pair pair) {
        Label verdict = title(ComparisonText.verdict(pair));
        verdict.setId("compare-verdict");
        verdict.setWrapText(true);
        Label words = quiet(ComparisonText.figures(pair));
        words.setId("compare-figures");
        words.setWrapText(true);
        figures.getChildren().setAll(verdict, words, title("By class"), classes(pair.classes()));
        List<Integer> different = pair.disagreements();
        listTitle.setText("Answered differently: " + different.size() + " photos");
        list.getItems().setAll(different);
        list.getSelectionModel().selectFirst();
    }

    private static Node classes(List<ClassChange> classes) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("measures");
        grid.setId("class-changes");
        List<String> header = List.of("Class", "Photos", "Found before", "Found after", "Difference");
        for (int column = 0; column < header.size(); column++) {
            grid.add(measure(header.get(column)), column, 0);
        }
        int row = 1;
        for (ClassChange each : classes) {
            Label name = new Label(each.name());
            name.setMaxWidth(140);
            grid.add(name, 0, row);
            grid.add(new Label(Integer.toString(each.change().pictures())), 1, row);
            grid.add(measure(percent(each.before().value())), 2, row);
            grid.add(measure(percent(each.after().value())), 3, row);
            Label change = measure(String.format(
                    Locale.ROOT,
                    "%+.0f (%+.0f to %+.0f)",
                    100 * each.change().gain().value(),
                    100 * each.change().gain().low(),
                    100 * each.change().gain().high()));
            change.setTooltip(new Tooltip(
                    "points, with the 95 % interval; " + each.change().onlyFirst() + " found before only, "
                            + each.change().onlySecond() + " after only"));
            grid.add(change, 4, row++);
        }
        return grid;
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private void chooseRun() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose the folder of a run");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.with(folder.toPath());
        }
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a network");
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.with(file.toPath());
        }
    }

    private static Label measure(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("measure");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("part-title");
        return label;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
