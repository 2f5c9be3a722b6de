package vermeer.graph.shape;

import java.util.Arrays;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;

/** Values of operators that work element by element. */
final class ElementwiseValues {

    private ElementwiseValues() {}

    static ValueRule.Single unary(Linear.Unary function) {
        return (call, output) -> {
            Known value = call.value(0);
            return fill(output, i -> function.apply(element(value, i)));
        };
    }

    static ValueRule.Single binary(Linear.Binary function) {
        return (call, output) -> combine(call.value(0), call.value(1), output, function);
    }

    /** For operators of one or more inputs, such as Sum and Max. */
    static ValueRule.Single folded(Linear.Binary function) {
        return (call, output) -> {
            Known result = call.value(0);
            for (int i = 1; i < call.node().inputs().size(); i++) {
                Known next = call.value(i);
                long[] shape = ElementwiseShapes.joint(call, result.shape(), next.shape());
                result = combine(result, next, output.shaped(shape), function);
            }
            return result;
        };
    }

    static Known divide(Call call, TensorType output) throws UnknownShapeException, GraphException {
        boolean real = output.type() == ElementType.FLOAT;
        return combine(call.value(0), call.value(1), output, real ? Linear::divide : Linear::divideWhole);
    }

    /** The sign of the divisor, or with fmod=1 that of the dividend. */
    static Known modulo(Call call, TensorType output) throws UnknownShapeException, GraphException {
        boolean dividend = call.node().integer("fmod", 0) != 0;
        return combine(
                call.value(0),
                call.value(1),
                output,
                Linear.both((a, b) -> dividend ? a % b : a - b * Math.floor(a / b)));
    }

    static Known cast(Call call, TensorType output) throws UnknownShapeException {
        Known value = call.value(0);
        return fill(output, i -> cast(element(value, i), output.type()));
    }

    private static Linear cast(Linear value, ElementType to) {
        return switch (to) {
            case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> value;
            case BOOL -> Linear.ordered(order -> order != 0).apply(value, Linear.of(0));
            default ->
                Linear.whole(number -> number < 0 ? Math.ceil(number) : Math.floor(number))
                        .apply(value);
        };
    }

    static Known where(Call call, TensorType output) throws UnknownShapeException {
        Known condition = call.value(0);
        Known yes = call.value(1);
        Known no = call.value(2);
        Places which = new Places(condition.shape(), output.shape());
        Places first = new Places(yes.shape(), output.shape());
        Places second = new Places(no.shape(), output.shape());
        return fill(output, i -> {
            Linear test = element(condition, which.of(i));
            Linear a = element(yes, first.of(i));
            Linear b = element(no, second.of(i));
            return test.open() ? a.equals(b) ? a : Linear.UNKNOWN : test.isTrue() ? a : b;
        });
    }

    static Known combine(Known a, Known b, TensorType output, Linear.Binary function) {
        Places left = new Places(a.shape(), output.shape());
        Places right = new Places(b.shape(), output.shape());
        return fill(output, i -> function.apply(element(a, left.of(i)), element(b, right.of(i))));
    }

    static Linear element(Known value, int index) {
        return new Linear(value.fixed()[index], value.perBatch(index));
    }

    /** One element of a result. */
    @FunctionalInterface
    interface Element {
        Linear at(int index);
    }

    static Known fill(TensorType output, Element element) {
        int size = Math.toIntExact(Extents.product(output.shape(), 0, output.shape().length));
        double[] fixed = new double[size];
        double[] perBatch = new double[size];
        for (int i = 0; i < size; i++) {
            Linear value = element.at(i);
            fixed[i] = rounded(value.fixed(), output.type());
            perBatch[i] = value.perBatch();
        }
        boolean flat = Arrays.stream(perBatch).allMatch(slope -> slope == 0);
        return new Known(output.type(), output.shape(), fixed, flat ? null : perBatch);
    }

    private static double rounded(double value, ElementType type) {
        return type == ElementType.FLOAT ? (float) value : value;
    }
}
