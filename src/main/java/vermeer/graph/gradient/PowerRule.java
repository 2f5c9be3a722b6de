package vermeer.graph.gradient;

import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;

/** {@code Pow}: the base's gradient, with short forms for the usual constant exponents, and the exponent's. */
final class PowerRule implements BroadcastRule {

    @Override
    public Optional<String> gradient(Step step, int index) throws GraphException {
        return Optional.of(index == 0 ? ofBase(step) : ofExponent(step));
    }

    private static String ofBase(Step step) throws GraphException {
        Optional<Constant> exponent = step.graph().constant(step.node().inputs().get(1));
        return exponent.isPresent() && exponent.get().size() == 1
                ? scalarExponent(step, exponent.get().toFloats()[0])
                : anyExponent(step);
    }

    private static String scalarExponent(Step step, float exponent) throws GraphException {
        if (exponent == 0) {
            return step.multiply(step.gradient(), 0);
        }
        String scaled = step.multiply(step.gradient(), exponent);
        if (exponent == 1) {
            return scaled;
        }
        if (exponent == 2) {
            return step.multiply(scaled, step.x());
        }
        if (exponent == 0.5f) {
            return step.divide(scaled, step.y());
        }
        return step.multiply(
                scaled, step.graph().add("Pow", step.x(), step.graph().scalar(exponent - 1)));
    }

    /** An exponent of 0 has the derivative 0, also at base 0, where the formula would say 0 times infinity. */
    private static String anyExponent(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        String exponent = floatExponent(step);
        String formula = step.multiply(exponent, graph.add("Pow", step.x(), step.add(exponent, -1)));
        String zero = graph.scalar(0);
        return step.chain(graph.add("Where", graph.add("Equal", exponent, zero), zero, formula));
    }

    /** y log x, and 0 at base 0, where y is 0 too. */
    private static String ofExponent(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        String zero = graph.scalar(0);
        String formula = step.multiply(step.y(), step.apply("Log", step.x()));
        return step.chain(graph.add("Where", graph.add("Equal", step.x(), zero), zero, formula));
    }

    /** ONNX lets a float be raised to a whole number. */
    private static String floatExponent(Step step) throws GraphException {
        String exponent = step.node().inputs().get(1);
        Optional<Constant> constant = step.graph().constant(exponent);
        if (constant.isPresent()) {
            return step.graph()
                    .constant(Constant.floats(
                            constant.get().shape(), constant.get().toFloats()));
        }
        Map<String, Attribute> toFloat = Map.of("to", new Attribute.Int(ElementType.FLOAT.code()));
        return step.graph().add("Cast", toFloat, exponent);
    }
}
