package vermeer.ui.tuning.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import vermeer.ui.control.Segments;

/** The four questions at the left, what follows from the answers at the right. */
public final class DataView extends SplitPane {
    private static final double QUESTIONS_SHARE = 0.4;

    private final DataViewModel model;

    public DataView(DataViewModel model) {
        this.model = model;
        getStyleClass().add("data-step");
        VBox later = new VBox(new LabelsQuestion(model), new SplitQuestion(model), new FitQuestion(model));
        later.getStyleClass().add("later-questions");
        model.folderProperty().subscribe(folder -> Question.show(later, folder != null));
        VBox questions = new VBox(new FolderQuestion(model), later);
        questions.getStyleClass().add("questions");
        ScrollPane scroll = scrolling(questions);
        scroll.setId("questions");
        scroll.setMinWidth(385);
        getItems().addAll(scroll, consequences());
        setDividerPositions(QUESTIONS_SHARE);
        setOnDragOver(this::offer);
        setOnDragDropped(this::take);
    }

    private Node consequences() {
        Segments<String> tabs =
                new Segments<>("data-tab", List.of("Classes", "Problems", "Augmentation"), text -> text);
        Map<String, Node> made = new HashMap<>();
        BorderPane pane = new BorderPane();
        tabs.valueProperty().subscribe(chosen -> pane.setCenter(made.computeIfAbsent(chosen, this::tab)));
        model.findings().addListener((ListChangeListener<Finding>) change -> {
            int count = model.findings().size();
            tabs.button(1).setText(count == 0 ? "Problems" : "Problems (" + count + ")");
        });
        pane.getStyleClass().add("consequences");
        pane.setTop(tabs);
        pane.setMinWidth(350);
        return pane;
    }

    private Node tab(String title) {
        return switch (title) {
            case "Problems" -> new ProblemsView(model);
            case "Augmentation" -> scrolling(new AugmentationView(model));
            default -> scrolling(new ClassesView(model));
        };
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().get(0).isDirectory()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void take(DragEvent event) {
        model.choose(event.getDragboard().getFiles().get(0).toPath());
        event.setDropCompleted(true);
        event.consume();
    }

    /** What it shows. */
    public DataViewModel model() {
        return model;
    }
}
