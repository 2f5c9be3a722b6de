package vermeer.ui.workspace;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Shows the chosen workspace; its nodes are made when it is first chosen, and kept. */
public final class WorkspaceDeck extends StackPane {
    private final Map<String, Parent> made = new HashMap<>();

    public WorkspaceDeck(WorkspaceChoice choice) {
        getStyleClass().add("workspace-deck");
        choice.chosenProperty().subscribe(this::show);
    }

    private void show(Workspace workspace) {
        getChildren().setAll(made.computeIfAbsent(workspace.id(), id -> made(workspace)));
    }

    private static Parent made(Workspace workspace) {
        Parent node = workspace.node().get();
        node.getStyleClass().add("workspace-" + workspace.id());
        return node;
    }
}
