package vermeer.ui.workspace;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which workspace is shown; the first one at the start. */
public final class WorkspaceChoice {
    private final List<Workspace> workspaces;
    private final ObjectProperty<Workspace> chosen;

    /** @param workspaces in the order of the rail; at least one */
    public WorkspaceChoice(List<Workspace> workspaces) {
        this.workspaces = List.copyOf(workspaces);
        this.chosen = new SimpleObjectProperty<>(this.workspaces.get(0));
    }

    public List<Workspace> workspaces() {
        return workspaces;
    }

    /** Shows the workspace of this id; stays where none has it. */
    public void choose(String id) {
        workspaces.stream()
                .filter(workspace -> workspace.id().equals(id))
                .findFirst()
                .ifPresent(chosen::set);
    }

    public ObjectProperty<Workspace> chosenProperty() {
        return chosen;
    }
}
