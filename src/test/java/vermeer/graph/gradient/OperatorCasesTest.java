package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

class OperatorCasesTest {

    /** Rounding has steps, over which finite differences stumble; the rules are straight-through and tested as such. */
    private static final Set<String> ROUNDING = Set.of("QuantizeLinear", "DequantizeLinear");

    @Test
    void everyRuleWithAGradientHasACase() throws GraphException {
        Set<String> withoutCase = new TreeSet<>(RuleTable.STANDARD.rules().keySet());
        withoutCase.removeAll(NoGradientRules.RULES.keySet());
        withoutCase.removeAll(ROUNDING);
        for (OperatorCase operator : OperatorCases.all()) {
            operator.graph(new Random(1)).nodes().stream().map(Node::operator).forEach(withoutCase::remove);
        }
        assertEquals(Set.of(), withoutCase);
    }
}
