package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Graph;

/**
 * A graph that goes a {@link Propagation}'s way back from an output to the input.
 *
 * @param graph the graph to run; its first input takes pictures
 * @param seed the name of the input that takes the weights of the output, shaped as that
 * @param baseline the name of the input that takes baselines, shaped as the first; empty where there is none
 * @param output the name of the output that is explained
 * @param input the name of the output that holds what arrives at the input, shaped as that
 * @param values names of further outputs, by what they are
 * @param maps names of outputs that are maps of one inner value each, {@code [batch, 1, rows, columns]}, last value first
 * @param notices why the answer may be unreliable on this network, each a clause without full stop
 */
public record PropagationGraph(
        Graph graph,
        String seed,
        Optional<String> baseline,
        String output,
        String input,
        Map<String, String> values,
        List<String> maps,
        List<String> notices) {

    public PropagationGraph {
        values = Map.copyOf(values);
        maps = List.copyOf(maps);
        notices = List.copyOf(notices);
    }
}
