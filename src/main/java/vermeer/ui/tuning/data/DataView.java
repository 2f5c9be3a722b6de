package vermeer.ui.tuning.data;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;

/** The four questions at the left, what follows from the answers at the right. */
public final class DataView extends SplitPane {
    private static final double QUESTIONS_SHARE = 0.42;

    private final DataViewModel model;

    public DataView(DataViewModel model) {
        this.model = model;
        getStyleClass().add("data-step");
        VBox questions = new VBox(new FolderQuestion(model));
        questions.getStyleClass().add("questions");
        ScrollPane scroll = new ScrollPane(questions);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinWidth(320);
        ClassesView classes = new ClassesView(model);
        getItems().addAll(scroll, classes);
        setDividerPositions(QUESTIONS_SHARE);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()
                    && event.getDragboard().getFiles().get(0).isDirectory()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            model.choose(event.getDragboard().getFiles().get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    public DataViewModel model() {
        return model;
    }
}
