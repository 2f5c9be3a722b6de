package vermeer.model;

import java.util.List;
import java.util.Optional;
import vermeer.graph.Graph;

/**
 * A model file as read, before anything is believed about its input.
 *
 * @param graph as the file has it
 * @param notices what was changed on the way and the user should know, one sentence each
 * @param parity how well the graph agrees with the file, where it had to be converted
 */
public record ReadModel(Graph graph, List<String> notices, Optional<ParityReport> parity) {

    public ReadModel {
        notices = List.copyOf(notices);
    }

    /** A model that needed no conversion. */
    public ReadModel(Graph graph, List<String> notices) {
        this(graph, notices, Optional.empty());
    }
}
