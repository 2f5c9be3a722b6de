package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.tensor.Tensor;

class GuidedRulesTest {
    private static final Tensor X = row(-1, 2, 3, 7, 0);
    private static final Tensor SEED = row(1, 1, -1, 1, 1);

    @Test
    void guidedReluPassesWhatIsPositiveBothWays() throws Exception {
        assertArrayEquals(values(0, 1, 0, 1, 0), relu(RuleTable.GUIDED));
    }

    @Test
    void guidedRelu6AlsoStopsAboveSix() throws Exception {
        assertArrayEquals(values(0, 1, 0, 0, 0), clip(RuleTable.GUIDED, 0));
    }

    @Test
    void guidedLeavesOtherClampsAlone() throws Exception {
        assertArrayEquals(values(1, 1, -1, 0, 1), clip(RuleTable.GUIDED, -2));
    }

    @Test
    void deconvnetReluPassesWhatIsPositiveBackwards() throws Exception {
        assertArrayEquals(values(1, 1, 0, 1, 1), relu(RuleTable.DECONVNET));
    }

    @Test
    void deconvnetRelu6PassesWhatIsPositiveBackwards() throws Exception {
        assertArrayEquals(values(1, 1, 0, 1, 1), clip(RuleTable.DECONVNET, 0));
    }

    @Test
    void deconvnetLeavesOtherClampsAlone() throws Exception {
        assertArrayEquals(values(1, 1, -1, 0, 1), clip(RuleTable.DECONVNET, -2));
    }

    @Test
    void guidedCutsAtEveryReluOnTheWay() throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), 2);
        String first = graph.add("Relu", "x");
        String weighted = graph.add("Mul", first, graph.floats(1, -1));
        String y = graph.add("Relu", graph.add("Add", weighted, graph.scalar(10)));
        Tensor gradient = GradientRun.of(graph.ending(y), row(1, 1), row(1, 1), RuleTable.GUIDED);
        assertArrayEquals(values(1, 0), gradient.data());
    }

    private static float[] relu(RuleTable rules) throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), X.itemSize());
        return GradientRun.of(graph.ending(graph.add("Relu", "x")), X, SEED, rules)
                .data();
    }

    private static float[] clip(RuleTable rules, float low) throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), X.itemSize());
        String y = graph.add("Clip", "x", graph.scalar(low), graph.scalar(6));
        return GradientRun.of(graph.ending(y), X, SEED, rules).data();
    }

    private static float[] values(float... values) {
        return values;
    }

    private static Tensor row(float... values) {
        return new Tensor(new int[] {1, values.length}, values);
    }
}
