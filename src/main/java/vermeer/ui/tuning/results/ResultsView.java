package vermeer.ui.tuning.results;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import vermeer.evaluation.DomainFile;
import vermeer.evaluation.EvaluatedPart;
import vermeer.ui.control.Segments;
import vermeer.ui.simple.SimpleView;
import vermeer.ui.simple.SimpleViewModel;
import vermeer.ui.tuning.comparison.ComparisonView;
import vermeer.ui.tuning.comparison.ComparisonViewModel;

/** Judging at the top, figures at the left, pictures at the right. */
public final class ResultsView extends BorderPane {
    private static final String STYLE =
            ResultsView.class.getResource("/vermeer/ui/results.css").toExternalForm();
    private static final double FIGURES_SHARE = 0.42;

    private final ResultsViewModel model;
    private final HBox parts = new HBox();

    public ResultsView(ResultsViewModel model) {
        this.model = model;
        getStyleClass().add("results-step");
        getStylesheets().add(STYLE);
        setTop(bar());
        ScrollPane figures = new ScrollPane(new FiguresView(model));
        figures.setFitToWidth(true);
        figures.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        figures.setMinWidth(405);
        ScrollPane pictures = new ScrollPane(new PicturesView(model));
        pictures.setFitToWidth(true);
        pictures.setFitToHeight(true);
        pictures.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pictures.setMinWidth(300);
        SplitPane both = new SplitPane(figures, pictures);
        both.setDividerPositions(FIGURES_SHARE);
        Node empty = empty();
        model.judgedProperty().subscribe(judged -> {
            both.setVisible(judged != null);
            empty.setVisible(judged == null);
        });
        setCenter(new StackPane(empty, both));
    }

    private Node bar() {
        Label name = new Label();
        name.setId("judged-network");
        name.getStyleClass().add("quiet");
        name.setMinWidth(0);
        model.judgedProperty().subscribe(judged -> {
            name.setText(judged == null ? "" : judged.network().model().name());
            parts();
        });
        Label problem = new Label();
        problem.setId("judge-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        model.problemProperty().subscribe(text -> {
            problem.setText(text);
            shown(problem, !text.isEmpty());
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(10, judging(), parts, name, space, handing());
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, bar, problem);
        top.getStyleClass().add("results-bar");
        return top;
    }

    private Node judging() {
        Button judge = new Button("Judge the network");
        judge.setId("judge");
        judge.getStyleClass().add(Styles.ACCENT);
        judge.setOnAction(pressed -> model.judge());
        CheckBox test = new CheckBox("with test");
        test.setTooltip(new Tooltip(
                "Test is locked: every look is recorded, and makes it less of a test. Look when you are done."));
        test.selectedProperty().bindBidirectional(model.withTestProperty());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(pressed -> model.cancel());
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(20, 20);
        HBox busy = new HBox(8, turning, cancel);
        busy.setAlignment(Pos.CENTER_LEFT);
        model.busyProperty().subscribe(now -> {
            shown(busy, now);
            judge.setDisable(now);
        });
        HBox line = new HBox(10, judge, test, busy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node handing() {
        Button tryIt = new Button("Try it");
        tryIt.setId("try-it");
        tryIt.setTooltip(new Tooltip("Opens the view for everyone: a photo in, answer, confidence and map out"));
        tryIt.setOnAction(pressed -> tryIt());
        Button export = new Button("Hand on…");
        export.setId("hand-on");
        export.setTooltip(new Tooltip("Writes a folder with the network, its card and examples in Python and Java"));
        export.setOnAction(pressed -> export());
        Button compare = new Button("Compare…");
        compare.setId("compare");
        compare.setTooltip(
                new Tooltip("Compares with another run, or the network before tuning, on the photos in sight"));
        compare.setOnAction(pressed -> compare());
        HBox line = new HBox(10, compare, tryIt, export);
        line.setMinWidth(Region.USE_PREF_SIZE);
        model.judgedProperty().subscribe(judged -> line.setDisable(judged == null));
        return line;
    }

    /** The splits that were judged, one of them in sight. */
    private void parts() {
        parts.getChildren().clear();
        if (model.judgedProperty().get() == null) {
            return;
        }
        ToggleGroup group = new ToggleGroup();
        for (EvaluatedPart part : model.judgedProperty().get().evaluation().parts()) {
            ToggleButton button = new ToggleButton(part.name() + "  "
                    + Math.round(1000 * part.measures().accuracy().value()) / 10.0 + " %");
            button.setId("part-" + part.name());
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip("Accuracy on " + part.name() + ": "
                    + part.measures().accuracy().percent() + " of "
                    + part.predictions().size() + " photos"));
            button.setOnAction(pressed -> {
                button.setSelected(true);
                model.partProperty().set(part);
            });
            model.partProperty().subscribe(shown -> button.setSelected(shown == part));
            parts.getChildren().add(button);
        }
        parts.getStyleClass().setAll("segments");
        Segments.round(
                parts.getChildren().stream().map(ToggleButton.class::cast).toList());
    }

    private static Node empty() {
        Label text = FiguresView.quiet(
                "Judge the network to see how often it is right on your photos, which classes it mixes up, whether its"
                        + " confidence is deserved, and which labels may be wrong. Test photos stay locked until you"
                        + " ask.");
        text.setWrapText(true);
        text.setMaxWidth(480);
        return new StackPane(text);
    }

    private void export() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a new, empty folder for the network");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.export(folder.toPath(), true);
        }
    }

    /** The view for everyone in a window of its own. */
    private void tryIt() {
        SimpleViewModel simple = new SimpleViewModel(
                model.tuning().workbench().services(),
                model.tuning().workbench().runner());
        SimpleView view = new SimpleView(simple);
        open(view, model.judgedProperty().get().network().model().name(), 900);
        Judged judged = model.judgedProperty().get();
        Path photos = judged.prepared().dataset().folder();
        simple.ask(judged.network(), judged.rule(), progress -> DomainFile.of(judged.evaluation())
                .map(domain -> new DomainFile.Kept(domain, 1, Optional.of(photos))));
    }

    /** The judged network beside another one, in a window of its own. */
    private void compare() {
        ComparisonViewModel comparison = new ComparisonViewModel(
                model.tuning(),
                model.judgedProperty().get(),
                model.partProperty().get());
        Stage stage = open(
                new ComparisonView(comparison, model.tuning().thumbnails()),
                "Compare " + model.judgedProperty().get().network().model().name(),
                1080);
        stage.setOnHidden(hidden -> {
            comparison.cancel();
            comparison.close();
        });
    }

    private Stage open(Parent view, String title, double width) {
        view.getStylesheets().addAll(0, getScene().getRoot().getStylesheets());
        List.of("light", "dark").stream()
                .filter(getScene().getRoot().getStyleClass()::contains)
                .forEach(view.getStyleClass()::add);
        Stage stage = new Stage();
        stage.initOwner(getScene().getWindow());
        stage.setTitle(title);
        stage.setScene(new Scene(view, width, 640));
        stage.show();
        return stage;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
