package vermeer.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vermeer.ui.canvas.CanvasPane;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;
import vermeer.ui.control.Sheets;
import vermeer.ui.method.MethodView;
import vermeer.ui.notice.NoticePane;
import vermeer.ui.prediction.DomainWarning;
import vermeer.ui.prediction.PredictionView;
import vermeer.ui.session.NotesPane;
import vermeer.ui.status.StatusBar;
import vermeer.ui.strip.StripView;
import vermeer.ui.workbench.Workbench;
import vermeer.ui.workspace.WorkspaceChoice;
import vermeer.ui.workspace.WorkspaceDeck;
import vermeer.ui.workspace.WorkspaceRail;

/** Where the panels lie. */
public final class Shell extends StackPane {
    private static final double STRIP_SHARE = 0.11;

    private final Sheets sheets = new Sheets();
    private final CanvasPane canvas;
    private final PredictionView prediction;
    private final BorderPane frame = new BorderPane();
    private final WorkspaceChoice workspaces;
    private final Supplier<NotesPane> notes;
    private final BooleanProperty notesShown = new SimpleBooleanProperty();
    private NotesPane notesPane;
    private Consumer<List<Path>> onFiles = files -> {};

    public Shell(Workbench workbench) {
        getStyleClass().add("shell");
        canvas = new CanvasPane(workbench.canvas());
        prediction = new PredictionView(workbench.prediction());
        SplitPane explain = explain(workbench);
        FileChoosing files = new FileChoosing(() -> getScene().getWindow());
        workspaces = new WorkspaceChoice(WorkspaceList.of(workbench, () -> explain, this::show, files));
        frame.setLeft(new WorkspaceRail(workspaces));
        frame.setCenter(beside(new StripView(workbench.strip()), new WorkspaceDeck(workspaces)));
        frame.setBottom(new StatusBar(workbench.status(), workbench.jobs()));
        NoticePane notices = new NoticePane(workbench.notices());
        StackPane.setAlignment(notices, Pos.TOP_RIGHT);
        StackPane drop = new StackPane(new Label("Drop pictures, folders or a model to open them"));
        drop.getStyleClass().add("drop-target");
        getChildren().addAll(frame, sheets, notices, drop);
        Dropping.install(this, drop, dropped -> onFiles.accept(dropped));
        workbench
                .sessions()
                .views()
                .follow(() -> workspaces.chosenProperty().get().id(), this::show);
        notesShown.subscribe(this::showNotes);
        notes = () ->
                new NotesPane(workbench.sessions().session(), workbench.investigation(), workbench.sessions()::show);
    }

    /** Opens files that are dropped. */
    void onFiles(Consumer<List<Path>> open) {
        onFiles = open;
    }

    /** Shows the notes at the right, or takes them away. */
    void toggleNotes() {
        notesShown.set(!notesShown.get());
    }

    BooleanProperty notesShownProperty() {
        return notesShown;
    }

    /** Shows the workspace of this id. */
    private void show(String workspace) {
        workspaces.choose(workspace);
    }

    private void showNotes(boolean shown) {
        if (shown && notesPane == null) {
            notesPane = notes.get();
        }
        frame.setRight(shown ? notesPane : null);
    }

    private SplitPane explain(Workbench workbench) {
        BorderPane side = side(workbench);
        SplitPane split = new SplitPane(canvas, side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.71);
        return split;
    }

    /** The strip at the left of the workspaces that look at its pictures. */
    private SplitPane beside(StripView strip, WorkspaceDeck deck) {
        SplitPane split = new SplitPane(strip, deck);
        SplitPane.setResizableWithParent(strip, false);
        split.setDividerPositions(STRIP_SHARE);
        workspaces.chosenProperty().subscribe(workspace -> {
            if (!workspace.pictures()) {
                split.getItems().remove(strip);
            } else if (!split.getItems().contains(strip)) {
                split.getItems().add(0, strip);
                split.setDividerPositions(STRIP_SHARE);
            }
        });
        return split;
    }

    private BorderPane side(Workbench workbench) {
        VBox sections = new VBox(
                new Section("Prediction", new VBox(8, prediction, new DomainWarning(workbench.domain()))),
                new Section("Explain by", new MethodView(workbench.method())));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.getStyleClass().add("side");
        side.setMinWidth(250);
        side.setPrefWidth(320);
        return side;
    }

    void setHeader(Node header) {
        frame.setTop(header);
    }

    WorkspaceChoice workspaces() {
        return workspaces;
    }

    Sheets sheets() {
        return sheets;
    }

    CanvasPane canvas() {
        return canvas;
    }

    PredictionView prediction() {
        return prediction;
    }
}
