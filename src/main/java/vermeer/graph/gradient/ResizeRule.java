package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * {@code Resize} in every mode. Resizing is linear and works axis by axis, so its gradient is a product with the transposed
 * interpolation matrix of each axis. That matrix is the resized identity matrix: exactly what the forward pass does, whatever
 * its mode. Nearest-neighbour enlargement by whole factors is a sum over blocks instead.
 */
final class ResizeRule implements FirstInputRule {

    @Override
    public String gradient(Step step) throws GraphException {
        Node node = step.node();
        if (node.text("coordinate_transformation_mode", "half_pixel").equals("tf_crop_and_resize")
                || !node.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
            throw new GraphException("The operator " + node.describe()
                    + " crops or keeps the aspect ratio while it resizes, which has no gradient rule.");
        }
        long[] from = step.graph().shape(step.x());
        long[] to = step.graph().shape(step.y());
        Optional<float[]> scales = scales(step, from.length);
        if (isBlockwise(node, from, to, scales)) {
            return sumOfBlocks(step, to[2] / from[2], to[3] / from[3]);
        }
        String gradient = step.gradient();
        for (int axis = from.length - 1; axis >= 0; axis--) {
            boolean same = from[axis] == to[axis] && (scales.isEmpty() || scales.get()[axis] == 1);
            if (!same) {
                Optional<Float> scale = scales.isPresent() ? Optional.of(scales.get()[axis]) : Optional.empty();
                String matrix = interpolation(step, Axes.extent(from, axis, node), to[axis], scale);
                gradient = AxisMap.transposed(step.graph(), node, gradient, axis, matrix);
            }
        }
        return gradient;
    }

    /** The scale of every axis, where scales are given rather than sizes. */
    private static Optional<float[]> scales(Step step, int rank) throws GraphException {
        if (step.node().input(3).isPresent() || step.node().input(2).isEmpty()) {
            return Optional.empty();
        }
        Constant given = ShapeRules.known(step, 2);
        if (given.size() == 0) {
            return Optional.empty();
        }
        long[] axes =
                step.node().integers("axes").orElse(LongStream.range(0, rank).toArray());
        float[] scales = new float[rank];
        Arrays.fill(scales, 1);
        for (int i = 0; i < axes.length; i++) {
            scales[Axes.fromFront(axes[i], rank)] = given.toFloats()[i];
        }
        return Optional.of(scales);
    }

    /** Whether every pixel of {@code [batch, channels, height, width]} becomes a block of equal ones. */
    private static boolean isBlockwise(Node node, long[] from, long[] to, Optional<float[]> scales) {
        if (!node.text("mode", "nearest").equals("nearest")
                || from.length != 4
                || from[1] != to[1]
                || from[0] != to[0]) {
            return false;
        }
        for (int axis = 2; axis < 4; axis++) {
            boolean whole = from[axis] > 0 && to[axis] % from[axis] == 0;
            if (!whole || scales.isPresent() && scales.get()[axis] != to[axis] / from[axis]) {
                return false;
            }
        }
        String rounding = node.text("nearest_mode", "round_prefer_floor");
        return switch (node.text("coordinate_transformation_mode", "half_pixel")) {
            case "asymmetric" -> rounding.equals("floor");
            case "half_pixel", "half_pixel_symmetric" -> rounding.startsWith("round");
            default -> false;
        };
    }

    private static String sumOfBlocks(Step step, long height, long width) throws GraphException {
        Attribute block = new Attribute.Ints(List.of(height, width));
        String means =
                step.graph().add("AveragePool", Map.of("kernel_shape", block, "strides", block), step.gradient());
        return step.multiply(means, height * width);
    }

    /** Resizes the identity matrix along one axis: float32 {@code [to, from]}. */
    private static String interpolation(Step step, int from, long to, Optional<Float> scale) throws GraphException {
        GradientGraph graph = step.graph();
        float[] identity = new float[from * from];
        for (int i = 0; i < from; i++) {
            identity[i * (from + 1)] = 1;
        }
        String picture = graph.constant(Constant.floats(new long[] {1, 1, from, from}, identity));
        Map<String, Attribute> settings = new HashMap<>(step.node().attributes());
        settings.remove("axes");
        String resized = scale.isPresent()
                ? graph.add(
                        "Resize",
                        settings,
                        picture,
                        "",
                        graph.constant(Constant.floats(new long[] {4}, 1, 1, scale.get(), 1)))
                : graph.add("Resize", settings, picture, "", "", graph.integers(1, 1, to, from));
        return graph.reshape(resized, to, from);
    }
}
