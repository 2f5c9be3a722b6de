package vermeer.ui.tuning.run;

import javafx.scene.Node;

/** Nodes that take no room while they are not shown. */
final class Shown {
    private Shown() {}

    static void when(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
