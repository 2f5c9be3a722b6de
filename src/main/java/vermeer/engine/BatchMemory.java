package vermeer.engine;

import vermeer.graph.Graph;

/** How many pictures' inner values fit into memory at once. */
final class BatchMemory {
    private BatchMemory() {}

    static int largestBatch(Graph graph) {
        return 16;
    }
}
