package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The operators that a Transpose can be pushed through: to add one is a line here. */
final class TransposeRules {
    private static final Map<String, TransposeRule> RULES = new HashMap<>();
    /** Of one value, perhaps with numbers beside it. */
    private static final Set<String> UNARY =
            Set.of(("Relu Sigmoid Tanh Clip Erf HardSigmoid HardSwish LeakyRelu Elu Selu Celu ThresholdedRelu Softplus"
                            + " Softsign Gelu Mish Exp Log Sqrt Reciprocal Abs Neg Sign Floor Ceil Round Not Cast Identity")
                    .split(" "));

    private static final Set<String> BROADCAST = Set.of(
            ("Add Sub Mul Div Pow Min Max Sum Mean Where PRelu Equal Less LessOrEqual Greater GreaterOrEqual And Or"
                            + " Xor")
                    .split(" "));
    private static final Set<String> REDUCING = Set.of(
            ("ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceSumSquare ReduceLogSumExp"
                            + " Squeeze")
                    .split(" "));

    static {
        UNARY.forEach(operator -> RULES.put(operator, TransposeRules::unary));
        BROADCAST.forEach(operator -> RULES.put(operator, TransposeRules::broadcast));
        REDUCING.forEach(operator -> RULES.put(operator, TransposeRules::reduced));
        List.of("Softmax", "LogSoftmax", "Split")
                .forEach(operator -> RULES.put(operator, (node, pass) -> along(node, pass, operator)));
        RULES.put("Concat", TransposeRules::concat);
        RULES.put("Pad", TransposeRules::pad);
        RULES.put("Slice", TransposeRules::slice);
        RULES.put("Reshape", TransposeRules::reshape);
        RULES.put("Flatten", TransposeRules::reshape);
    }

    private TransposeRules() {}

    static Optional<TransposeRule> of(Node node) {
        return node.domain().isEmpty() ? Optional.ofNullable(RULES.get(node.operator())) : Optional.empty();
    }

    private static boolean unary(Node node, Transposes pass) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        boolean others = node.inputs().stream().skip(1).anyMatch(input -> pass.moved(input)
                .isPresent());
        if (moved.isEmpty() || others) {
            return false;
        }
        pass.rewritten(
                node,
                with(node, moved.get().source()),
                node.attributes(),
                moved.get().order());
        return true;
    }

    /** Constants are moved beforehand; other values only where that costs next to nothing. */
    private static boolean broadcast(Node node, Transposes pass) throws GraphException {
        Optional<Moved> common = pass.common(node);
        if (common.isEmpty()) {
            return false;
        }
        Moved moved = common.get();
        for (String input : node.inputs()) {
            if (!fits(input, moved, pass)) {
                return false;
            }
        }
        List<String> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(back(input, moved, pass));
        }
        pass.rewritten(node, inputs, node.attributes(), moved.order());
        return true;
    }

    private static boolean fits(String input, Moved moved, Transposes pass) throws GraphException {
        if (pass.moved(input).isPresent()) {
            return true;
        }
        if (!pass.shapes().known(input)) {
            return false;
        }
        long[] shape = pass.shapes().shape(input);
        if (pass.shapes().constant(input).isPresent()) {
            return shape.length <= moved.rank();
        }
        long longer = Arrays.stream(shape).skip(1).filter(extent -> extent != 1).count();
        return shape.length == moved.rank() && longer <= 1;
    }

    private static String back(String input, Moved moved, Transposes pass) throws GraphException {
        if (pass.moved(input).isPresent()) {
            return pass.moved(input).get().source();
        }
        Optional<Constant> constant = pass.shapes().constant(input);
        if (constant.isEmpty()) {
            return pass.transposed(input, moved.back());
        }
        return constant.get().size() == 1 ? input : pass.constant(TransposedConstant.of(constant.get(), moved.back()));
    }

    private static boolean reduced(Node node, Transposes pass) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        Optional<long[]> axes = node.input(1).isPresent()
                ? pass.shapes().constant(node.inputs().get(1)).map(Constant::toIntegers)
                : node.integers("axes");
        if (moved.isEmpty() || axes.isEmpty() || axes.get().length == 0) {
            return false;
        }
        long[] ofSource =
                Arrays.stream(axes.get()).map(moved.get()::axis).sorted().toArray();
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        List<String> inputs = new ArrayList<>(List.of(moved.get().source()));
        if (node.input(1).isPresent()) {
            inputs.add(pass.constant(Constant.integers(ofSource)));
        } else {
            attributes.put("axes", ints(ofSource));
        }
        boolean kept = !node.operator().equals("Squeeze") && node.integer("keepdims", 1) != 0;
        pass.rewritten(node, inputs, attributes, kept ? moved.get().order() : without(moved.get(), ofSource));
        return true;
    }

    /** The order of the axes that are left when some of the source's are gone. */
    private static int[] without(Moved moved, long[] gone) {
        int[] left = IntStream.of(moved.order())
                .filter(axis -> Arrays.binarySearch(gone, axis) < 0)
                .toArray();
        int[] sorted = IntStream.of(left).sorted().toArray();
        return IntStream.of(left).map(axis -> Arrays.binarySearch(sorted, axis)).toArray();
    }

    private static boolean along(Node node, Transposes pass, String operator) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        if (moved.isEmpty()) {
            return false;
        }
        int axis = moved.get().axis(node.integer("axis", operator.equals("Split") ? 0 : -1));
        pass.rewritten(
                node,
                with(node, moved.get().source()),
                with(node, "axis", new Attribute.Int(axis)),
                moved.get().order());
        return true;
    }

    private static boolean concat(Node node, Transposes pass) throws GraphException {
        Optional<Moved> common = pass.common(node);
        boolean all = node.inputs().stream().allMatch(input -> pass.moved(input).isPresent());
        if (common.isEmpty() || !all) {
            return false;
        }
        List<String> inputs = node.inputs().stream()
                .map(input -> pass.moved(input).orElseThrow().source())
                .toList();
        int axis = common.get().axis(node.integer("axis", 0));
        pass.rewritten(
                node,
                inputs,
                with(node, "axis", new Attribute.Int(axis)),
                common.get().order());
        return true;
    }

    private static boolean pad(Node node, Transposes pass) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        Optional<long[]> pads = pass.shapes().constant(node.inputs().get(1)).map(Constant::toIntegers);
        if (moved.isEmpty() || pads.isEmpty() || node.input(3).isPresent()) {
            return false;
        }
        int rank = moved.get().rank();
        long[] ofSource = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            ofSource[moved.get().axis(axis)] = pads.get()[axis];
            ofSource[rank + moved.get().axis(axis)] = pads.get()[rank + axis];
        }
        List<String> inputs = new ArrayList<>(with(node, moved.get().source()));
        inputs.set(1, pass.constant(Constant.integers(ofSource)));
        pass.rewritten(node, inputs, node.attributes(), moved.get().order());
        return true;
    }

    private static boolean slice(Node node, Transposes pass) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        Optional<long[]> starts = pass.shapes().constant(node.inputs().get(1)).map(Constant::toIntegers);
        Optional<long[]> axes = node.input(3).isPresent()
                ? pass.shapes().constant(node.inputs().get(3)).map(Constant::toIntegers)
                : starts.map(
                        found -> IntStream.range(0, found.length).asLongStream().toArray());
        if (moved.isEmpty() || axes.isEmpty()) {
            return false;
        }
        List<String> inputs = new ArrayList<>(with(node, moved.get().source()));
        long[] ofSource = Arrays.stream(axes.get()).map(moved.get()::axis).toArray();
        String constant = pass.constant(Constant.integers(ofSource));
        if (inputs.size() > 3) {
            inputs.set(3, constant);
        } else {
            inputs.add(constant);
        }
        pass.rewritten(node, inputs, node.attributes(), moved.get().order());
        return true;
    }

    /** Where only axes of extent 1 were moved, the values lie in the same order, and a new shape is the same either way. */
    private static boolean reshape(Node node, Transposes pass) throws GraphException {
        Optional<Moved> moved = pass.moved(node.inputs().get(0));
        if (moved.isEmpty() || !pass.shapes().known(moved.get().source())) {
            return false;
        }
        long[] shape = pass.shapes().shape(moved.get().source());
        int[] longer = IntStream.of(moved.get().order())
                .filter(axis -> shape[axis] != 1)
                .toArray();
        boolean same = Arrays.equals(longer, IntStream.of(longer).sorted().toArray())
                && moved.get().order()[0] == 0;
        boolean target = node.operator().equals("Flatten")
                ? node.integer("axis", 1) == 1
                : pass.shapes()
                        .constant(node.inputs().get(1))
                        .map(found -> Arrays.stream(found.toIntegers()).skip(1).noneMatch(extent -> extent == 0))
                        .orElse(false);
        if (!same || !target) {
            return false;
        }
        pass.rewritten(node, with(node, moved.get().source()), node.attributes(), new int[] {0});
        return true;
    }

    private static List<String> with(Node node, String first) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, first);
        return inputs;
    }

    private static Map<String, Attribute> with(Node node, String key, Attribute value) {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        attributes.put(key, value);
        return attributes;
    }

    private static Attribute ints(long[] values) {
        return new Attribute.Ints(Arrays.stream(values).boxed().toList());
    }
}
