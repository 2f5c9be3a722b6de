package vermeer.model;

import java.util.List;
import vermeer.graph.Graph;

/**
 * A model file as read, before anything is believed about its input.
 *
 * @param graph as the file has it
 * @param notices what was changed on the way and the user should know, one sentence each
 */
public record ReadModel(Graph graph, List<String> notices) {

    public ReadModel {
        notices = List.copyOf(notices);
    }
}
