package vermeer.graph;

import java.util.List;

/**
 * A graph as read from a file.
 *
 * @param notices what was changed on the way and the user should know, one sentence each
 */
public record ReadGraph(Graph graph, List<String> notices) {

    public ReadGraph {
        notices = List.copyOf(notices);
    }
}
