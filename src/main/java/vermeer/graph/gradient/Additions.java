package vermeer.graph.gradient;

import java.util.List;
import vermeer.graph.GraphException;

/** What a {@link Propagation} adds to a differentiated graph besides the rules of its operators. */
interface Additions {

    /** Nothing. */
    Additions NONE = new Additions() {};

    /** What arrives at the differentiated output, made of the seed and shaped as that. */
    default String arriving(String seed, String output, GradientGraph graph) throws GraphException {
        return seed;
    }

    /** Further values that are wanted as outputs; asked for when every rule has run. */
    default List<String> outputs(GradientGraph graph) throws GraphException {
        return List.of();
    }
}
