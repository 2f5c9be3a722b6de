package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;

/**
 * The full gradient: what arrives at the input is the gradient; the bias gradients of the inner values are maps of it. Values:
 * {@link #BIAS}.
 */
public record FullGradient() implements Propagation {

    /** The sum of all bias gradients, {@code [batch, 1]}; with gradient times input it adds up to the output. */
    public static final String BIAS = "bias";

    @Override
    public Optional<String> refusal(Graph prepared, Shapes shapes, String output) {
        return RuleTable.STANDARD.refusal(prepared, shapes, output);
    }

    @Override
    public PropagationGraph apply(Graph prepared, Shapes shapes, String output) throws GraphException {
        BiasTerms terms = new BiasTerms(new PerPicture(prepared.inputs().get(0).shape()[0]));
        RuleTable table = new RuleTable("fullgrad", terms.rules(), RuleTable.Requirement.NONE);
        DifferentiatedGraph differentiated = Differentiation.differentiate(prepared, shapes, output, table, terms);
        return new PropagationGraph(
                differentiated.graph(),
                differentiated.seeds().get(0),
                Optional.empty(),
                output,
                differentiated.inputGradients().get(0),
                Map.of(BIAS, terms.total()),
                terms.maps(),
                List.of());
    }
}
