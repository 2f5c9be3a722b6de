package vermeer.network;

import java.util.ArrayList;
import java.util.List;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Node;
import vermeer.model.OpenModel;

/**
 * The weights of one node.
 *
 * @param name the constant's name in the graph
 * @param shape its extents
 * @param statistics how they are spread
 */
public record WeightStatistics(String name, long[] shape, Statistics statistics) {

    /** The weights that a node reads, without scalars and whole numbers. */
    public static List<WeightStatistics> of(OpenModel model, Node node) {
        List<WeightStatistics> all = new ArrayList<>();
        for (String input : node.inputs()) {
            Constant constant = model.graph().constants().get(input);
            if (constant != null
                    && constant.type() == ElementType.FLOAT
                    && constant.shape().length > 0
                    && constant.size() > 0) {
                all.add(new WeightStatistics(input, constant.shape(), Statistics.of(constant.toFloats())));
            }
        }
        return List.copyOf(all);
    }
}
