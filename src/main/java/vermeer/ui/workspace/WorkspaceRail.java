package vermeer.ui.workspace;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import vermeer.ui.control.Hint;

/** The workspaces as a column of icons with their titles. */
public final class WorkspaceRail extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    public WorkspaceRail(WorkspaceChoice choice) {
        getStyleClass().add("workspace-rail");
        setMinWidth(USE_PREF_SIZE);
        for (int index = 0; index < choice.workspaces().size(); index++) {
            getChildren().add(button(choice, choice.workspaces().get(index), index));
        }
    }

    private ToggleButton button(WorkspaceChoice choice, Workspace workspace, int index) {
        ToggleButton button = new ToggleButton(workspace.title(), new FontIcon(workspace.icon()));
        button.setId("workspace-button-" + workspace.id());
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        Hint.on(button, workspace.purpose() + " (" + keys(index) + ")");
        button.setAccessibleText(workspace.title() + ": " + workspace.purpose());
        button.setToggleGroup(group);
        button.setOnAction(pressed -> {
            button.setSelected(true);
            choice.chosenProperty().set(workspace);
        });
        choice.chosenProperty().subscribe(chosen -> button.setSelected(chosen == workspace));
        return button;
    }

    /** The key of the workspace at this place of the list: F2 and on. */
    public static String keys(int index) {
        return "F" + (index + 2);
    }
}
