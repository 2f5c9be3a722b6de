package vermeer.graph.prepare;

import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** How a node computes the same behind a Transpose as in front of it. */
@FunctionalInterface
interface TransposeRule {

    /**
     * Writes the node so that it reads the values as they were before they were moved.
     *
     * @param node at least one of its inputs is moved
     * @return false where that cannot be; nothing is written then
     */
    boolean push(Node node, Transposes pass) throws GraphException;
}
