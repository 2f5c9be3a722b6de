package vermeer.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vermeer.graph.shape.NodeCost;

/**
 * A part of a network: a node, or nodes that belong together.
 *
 * @param path the names from the network down to this part, joined by {@code /}; unique
 * @param name the last of them
 * @param children the parts inside, in the order in which they are run; empty for a node
 * @param node the node, where it is one
 * @param value the value that leaves it last
 * @param shape of that value, the batch first as -1; empty where it is not known
 * @param parameters elements of weights
 * @param multiplyAdds for one picture
 */
public record Block(
        String path,
        String name,
        List<Block> children,
        Optional<NodeCost> node,
        String value,
        long[] shape,
        long parameters,
        long multiplyAdds) {

    public Block {
        children = List.copyOf(children);
    }

    static Block of(String path, NodeCost cost) {
        return new Block(
                path,
                last(path),
                List.of(),
                Optional.of(cost),
                cost.node().output(),
                cost.shape(),
                cost.parameters(),
                cost.multiplyAdds());
    }

    static Block of(String path, List<Block> children) {
        Block end = children.get(children.size() - 1);
        return new Block(
                path,
                last(path),
                children,
                Optional.empty(),
                end.value(),
                end.shape(),
                children.stream().mapToLong(Block::parameters).sum(),
                children.stream().mapToLong(Block::multiplyAdds).sum());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it is a single node. */
    public boolean isNode() {
        return node.isPresent();
    }

    /** The operator of a node; of a block, how many nodes it holds. */
    public String kind() {
        return node.map(cost -> cost.node().operator()).orElseGet(() -> nodes() + " nodes");
    }

    /** How many nodes are inside. */
    public int nodes() {
        return isNode() ? 1 : children.stream().mapToInt(Block::nodes).sum();
    }

    /** Shows every node inside, in order. */
    public void eachNode(Consumer<NodeCost> action) {
        node.ifPresent(action);
        children.forEach(child -> child.eachNode(action));
    }

    /** The shape without the batch, such as {@code 32 x 112 x 112}; empty where it is not known. */
    public String shapeText() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < shape.length; i++) {
            text.append(text.isEmpty() ? "" : " x ").append(shape[i] < 0 ? "?" : Long.toString(shape[i]));
        }
        return text.toString();
    }

    /** Whether its path, its operator or its shape holds this text; small and capital letters are the same. */
    public boolean matches(String text) {
        String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        return (path + " " + kind() + " " + shapeText())
                .toLowerCase(java.util.Locale.ROOT)
                .contains(wanted);
    }
}
