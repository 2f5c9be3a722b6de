package vermeer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

class WorkspaceChoiceTest {
    private final Workspace first = Workspace.beside("first", "First", MaterialDesignE.EYE_OUTLINE, "Look", Pane::new);
    private final Workspace second = Workspace.whole("second", "Second", MaterialDesignE.EYE, "Look more", Pane::new);
    private final WorkspaceChoice choice = new WorkspaceChoice(List.of(first, second));

    @Test
    void theFirstIsShownAtTheStart() {
        assertEquals(first, choice.chosenProperty().get());
    }

    @Test
    void oneIsChosenByItsIdAndAnUnknownIdChangesNothing() {
        choice.choose("second");
        assertEquals(second, choice.chosenProperty().get());
        choice.choose("third");
        assertEquals(second, choice.chosenProperty().get());
    }
}
