package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.stream.LongStream;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** {@code Pad} in every mode: what the padding repeats gets its gradient added; negative pads crop. */
final class PadRule implements FirstInputRule {

    @Override
    public String gradient(Step step) throws GraphException {
        Node node = step.node();
        if (node.input(2).filter(step.graph()::needed).isPresent()) {
            throw new GraphException("The operator " + node.describe()
                    + " pads with a value that depends on the picture, which has no gradient rule.");
        }
        long[] shape = step.graph().shape(step.x());
        long[] pads = ShapeRules.known(step, 1).toIntegers();
        long[] axes = node.input(3).isPresent()
                ? ShapeRules.known(step, 3).toIntegers()
                : LongStream.range(0, shape.length).toArray();
        int[][] sources = new int[shape.length][];
        for (int i = 0; i < axes.length; i++) {
            int axis = Axes.fromFront(axes[i], shape.length);
            int before = Math.toIntExact(pads[i]);
            int after = Math.toIntExact(pads[i + axes.length]);
            if (before != 0 || after != 0) {
                sources[axis] = places(Axes.extent(shape, axis, node), before, after, node.text("mode", "constant"));
            }
        }
        return AxisMap.unpick(step.graph(), node, step.gradient(), sources, shape);
    }

    private static int[] places(int extent, int before, int after, String mode) {
        int cropped = Math.max(0, -before);
        int kept = extent - cropped - Math.max(0, -after);
        int[] places = new int[extent + before + after];
        Arrays.setAll(places, i -> {
            int place = place(i - Math.max(0, before), kept, mode);
            return place == AxisMap.NOWHERE ? place : place + cropped;
        });
        return places;
    }

    private static int place(int position, int extent, String mode) {
        return switch (mode) {
            case "reflect" -> reflected(position, extent);
            case "edge" -> Math.min(Math.max(position, 0), extent - 1);
            case "wrap" -> Math.floorMod(position, extent);
            default -> position >= 0 && position < extent ? position : AxisMap.NOWHERE;
        };
    }

    private static int reflected(int position, int extent) {
        if (extent == 1) {
            return 0;
        }
        int inPeriod = Math.floorMod(position, 2 * (extent - 1));
        return Math.min(inPeriod, 2 * (extent - 1) - inPeriod);
    }
}
