package vermeer.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Files and folders dropped on the window. */
final class Dropping {
    private Dropping() {}

    /**
     * Lets files be dropped on a node.
     *
     * @param hint in sight while files hover over the node
     */
    static void install(Node node, Node hint, Consumer<List<Path>> onFiles) {
        hint.setVisible(false);
        hint.setMouseTransparent(true);
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                hint.setVisible(true);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> hint.setVisible(false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            hint.setVisible(false);
            List<File> files = event.getDragboard().getFiles();
            onFiles.accept(files.stream().map(File::toPath).toList());
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }
}
