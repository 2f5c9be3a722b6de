package vermeer.model;

import java.util.ArrayList;
import java.util.List;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.ReadGraph;
import vermeer.graph.prepare.Preparation;
import vermeer.image.InputProfile;
import vermeer.image.Layout;

/** Prepares a graph for pictures of the size that its profile names. */
final class InputSizing {
    private InputSizing() {}

    /** @throws ModelException where the graph is no classifier's, or cannot take that size */
    static ReadGraph prepare(Graph graph, InputProfile profile) throws ModelException {
        long[] shape = graph.inputs().get(0).shape();
        int rows = profile.layout() == Layout.NCHW ? 2 : 1;
        boolean same = shape.length != 4 || shape[rows] == profile.height() && shape[rows + 1] == profile.width();
        try {
            if (same) {
                return Preparation.prepare(graph);
            }
            ReadGraph resized = Preparation.prepare(graph, profile.height(), profile.width());
            List<String> notices = new ArrayList<>(resized.notices());
            if (shape[rows] > 0 && shape[rows + 1] > 0) {
                notices.add("The file's own input has " + shape[rows + 1] + " x " + shape[rows]
                        + " pixels; the profile changes it to " + profile.width() + " x " + profile.height() + ".");
            }
            return new ReadGraph(resized.graph(), notices);
        } catch (GraphException unusable) {
            throw new ModelException(unusable.getMessage(), unusable);
        }
    }
}
