package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;

class BatchMemoryTest {

    @Test
    void countsTheValuesThatAreAliveTogether() throws Exception {
        // x (2 floats) dies when the product (3) is there; then the product and y (3).
        long peak = BatchMemory.peak(Graphs.dense(Constant.floats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6)));
        assertEquals(4 * (3 + 3), peak);
    }

    @Test
    void aLongChainCostsNoMoreThanTwoOfItsValues() throws Exception {
        assertEquals(2 * 4 * 8 * 16 * 16, BatchMemory.peak(Graphs.convolutions(9, 8, 16)));
    }

    @Test
    void theBatchFitsTheBudget() {
        long item = 2L * 4 * 64 * 512 * 512;
        assertEquals(BatchMemory.BUDGET / item, BatchMemory.largestBatch(Graphs.convolutions(2, 64, 512)));
    }
}
