package vermeer.train.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.train.ToyTraining;

class CutsTest {

    @Test
    void onlyValuesThatEveryPathPassesAreCuts() throws Exception {
        List<Cut> cuts = Cuts.of(Backbone.of(ToyTraining.network()), 2);
        assertEquals(
                List.of("features", "block", "deep_relu", "stem_relu", "image"),
                cuts.stream().map(Cut::value).toList(),
                "the residual block is not cut inside");
    }

    @Test
    void theHeadHasInputsPlusOneTimesClassesParameters() throws Exception {
        List<Cut> cuts = Cuts.of(Backbone.of(ToyTraining.network()), 5);
        assertEquals((ToyTraining.WIDTH + 1) * 5, cuts.get(0).parameters());
        assertEquals((ToyTraining.WIDTH + 1) * 5 + 12 * 8 * 9 + 12, cuts.get(1).parameters());
        assertArrayEquals(new int[] {8, 8, 8}, cuts.get(1).shape());
        assertEquals(8 * 8 * 8 * 4 * 10, cuts.get(1).bytes(10));
    }

    @Test
    void weightsAreGroupedByBlocksNearestToTheHeadFirst() throws Exception {
        Tail tail = Tail.of(Backbone.of(ToyTraining.network()), "stem_relu");
        assertEquals(
                List.of(
                        List.of("last_weights", "last_bias"),
                        List.of("inner_weights", "inner_bias"),
                        List.of("deep_weights", "deep_bias")),
                tail.groups());
    }

    @Test
    void anOperatorWithoutRuleIsNamedAndOnlyLaterCutsArePossible() throws Exception {
        Graph toy = ToyTraining.network();
        List<Node> nodes = new ArrayList<>();
        for (Node node : toy.nodes()) {
            boolean replaced = node.output().equals("deep_relu");
            nodes.add(replaced ? Node.of("Shrink", List.of("deep"), "deep_relu", Map.of()) : node);
        }
        List<Cut> cuts = Cuts.of(Backbone.of(toy.withNodes(nodes, toy.constants())), 2);
        assertTrue(cuts.get(2).refusal().isEmpty(), "from behind the operator on it can be trained");
        GraphException refused = assertThrows(GraphException.class, () -> Cuts.named(cuts, "stem_relu"));
        assertTrue(refused.getMessage().contains("Shrink"), refused.getMessage());
    }

    @Test
    void aNameThatNoCutHasIsRefusedWithTheNamesThatThereAre() throws Exception {
        List<Cut> cuts = Cuts.of(Backbone.of(ToyTraining.network()), 2);
        assertEquals(cuts.get(0), Cuts.named(cuts, "head"));
        GraphException refused = assertThrows(GraphException.class, () -> Cuts.named(cuts, "nowhere"));
        assertTrue(refused.getMessage().contains("block"), refused.getMessage());
    }
}
