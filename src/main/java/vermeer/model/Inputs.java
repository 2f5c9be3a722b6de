package vermeer.model;

import java.util.List;
import java.util.stream.Collectors;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;

/** Finds the one input of a graph that takes pictures. */
final class Inputs {
    private Inputs() {}

    /** The graph, if pictures are all that it needs. */
    static Graph onlyPicture(Graph graph) throws ModelException {
        List<ValueInfo> inputs = graph.inputs();
        if (inputs.isEmpty()) {
            throw new ModelException(
                    "the graph has no input, so there is nothing that a picture could change; export it "
                            + "with the picture as its input.");
        }
        if (inputs.size() > 1) {
            throw new ModelException("the graph has " + inputs.size() + " inputs ("
                    + inputs.stream().map(ValueInfo::name).collect(Collectors.joining(", "))
                    + "), but a classifier of pictures has one; export it with everything else fixed.");
        }
        return graph;
    }
}
