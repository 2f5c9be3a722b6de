package vermeer.graph.prepare;

import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** How an operator of an older operator set is said in the fixed one. */
@FunctionalInterface
interface UpgradeRule {

    /**
     * Adds nodes that compute the same; the last of them writes the node's outputs.
     *
     * @param node the node, reading values as they are now
     * @param from the operator set that the node is meant in
     */
    void upgrade(Node node, int from, Draft draft) throws GraphException;
}
