package vermeer.model;

import java.util.List;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.image.Layout;

/**
 * A graph understood as an image classifier.
 *
 * @param graph prepared: every shape but the batch is known; its only output is the logits
 * @param shapes the shapes of its values
 * @param input the value that takes pictures
 * @param layout the order of the input's axes
 * @param logits the value that holds the logits; its extents without the batch are flattened to {@code [classes]}
 * @param head what makes probabilities of logits
 * @param notices what a user should know of how the graph was understood, one sentence each
 */
record Classifier(
        Graph graph, Shapes shapes, ValueInfo input, Layout layout, ValueInfo logits, Head head, List<String> notices) {

    Classifier {
        notices = List.copyOf(notices);
    }

    /** The number of logits. */
    int classes() {
        int classes = 1;
        for (int i = 1; i < logits.shape().length; i++) {
            classes *= Math.toIntExact(logits.shape()[i]);
        }
        return classes;
    }

    /** The shape of one input picture. */
    int[] inputShape() {
        return item(input.shape());
    }

    Classifier withHead(Head newHead) {
        return new Classifier(graph, shapes, input, layout, logits, newHead, notices);
    }

    /** The same network with other weights, of the same shapes. */
    Classifier withConstants(Map<String, Constant> constants) {
        Graph changed = graph.withNodes(graph.nodes(), constants);
        // Weights on the way back are calculated from the constants that the shapes know.
        Shapes known = shapes.copy();
        constants.forEach(known::add);
        return new Classifier(changed, known, input, layout, logits, head, notices);
    }

    /** A shape without its batch axis. */
    static int[] item(long[] shape) {
        int[] item = new int[shape.length - 1];
        for (int i = 0; i < item.length; i++) {
            item[i] = Math.toIntExact(shape[i + 1]);
        }
        return item;
    }
}
