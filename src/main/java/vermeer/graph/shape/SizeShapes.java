package vermeer.graph.shape;

import java.util.Arrays;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of operators that make pictures larger or smaller. */
final class SizeShapes {

    private SizeShapes() {}

    static TensorType pad(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        int[] axes = axes(call, call.integers(3), shape.length);
        Optional<Known> pads = call.find(1);
        for (int i = 0; i < axes.length; i++) {
            long extra = pads.isEmpty() ? Graph.UNKNOWN : both(pads.get(), i, i + axes.length);
            long extent = shape[axes[i]];
            boolean open = extra == Graph.UNKNOWN || extent < 0 && extra != 0;
            shape[axes[i]] = open ? Graph.UNKNOWN : extent < 0 ? extent : extent + extra;
            if (!open && extent >= 0 && extent + extra < 0) {
                throw call.misfit("it cuts more away than there is");
            }
        }
        return call.input(0).shaped(shape);
    }

    private static long both(Known pads, int begin, int end) {
        double sum = pads.fixed()[begin] + pads.fixed()[end];
        boolean open = Double.isNaN(sum) || pads.perBatch(begin) != 0 || pads.perBatch(end) != 0;
        return open ? Graph.UNKNOWN : (long) sum;
    }

    /** Input: x, roi, scales, sizes. */
    static TensorType resize(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        int[] axes = axes(call, call.node().integers("axes"), shape.length);
        boolean bySizes = call.has(3);
        Optional<Known> given = call.find(bySizes ? 3 : 2);
        if (given.isPresent() && given.get().size() != axes.length) {
            throw call.misfit(given.get().size() + " sizes or scales for " + axes.length + " axes");
        }
        double common = bySizes && given.isPresent() ? commonScale(call, shape, axes, given.get()) : Double.NaN;
        for (int i = 0; i < axes.length; i++) {
            long extent = shape[axes[i]];
            if (given.isEmpty()) {
                shape[axes[i]] = Graph.UNKNOWN;
            } else if (!bySizes) {
                shape[axes[i]] = scaled(extent, given.get().fixed()[i]);
            } else {
                shape[axes[i]] = Double.isNaN(common) ? given.get().extent(i) : Math.round(common * extent);
            }
        }
        return call.input(0).shaped(shape);
    }

    /** The one scale of keep_aspect_ratio_policy, or NaN where each axis has its own. */
    private static double commonScale(Call call, long[] shape, int[] axes, Known sizes) throws UnknownShapeException {
        String policy = call.node().text("keep_aspect_ratio_policy", "stretch");
        if (policy.equals("stretch")) {
            return Double.NaN;
        }
        boolean larger = policy.equals("not_smaller");
        double common = larger ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < axes.length; i++) {
            if (shape[axes[i]] <= 0) {
                throw new UnknownShapeException();
            }
            double scale = sizes.number(i) / shape[axes[i]];
            common = larger ? Math.max(common, scale) : Math.min(common, scale);
        }
        return common;
    }

    private static long scaled(long extent, double scale) {
        if (scale == 1) {
            return extent;
        }
        return extent < 0 || Double.isNaN(scale) ? Graph.UNKNOWN : (long) Math.floor((float) (extent * (float) scale));
    }

    static TensorType depthToSpace(Call call) throws UnknownShapeException, GraphException {
        long[] shape = picture(call);
        long block = block(call);
        if (shape[1] > 0 && shape[1] % (block * block) != 0) {
            throw call.misfit(shape[1] + " channels do not fill blocks of " + block + " by " + block);
        }
        long channels = shape[1] < 0 ? Graph.UNKNOWN : shape[1] / (block * block);
        return call.input(0)
                .shaped(shape[0], channels, Extents.multiply(shape[2], block), Extents.multiply(shape[3], block));
    }

    static TensorType spaceToDepth(Call call) throws UnknownShapeException, GraphException {
        long[] shape = picture(call);
        long block = block(call);
        long height = shape[2] < 0 ? Graph.UNKNOWN : shape[2] / block;
        long width = shape[3] < 0 ? Graph.UNKNOWN : shape[3] / block;
        return call.input(0).shaped(shape[0], Extents.multiply(shape[1], block * block), height, width);
    }

    private static long[] picture(Call call) throws UnknownShapeException, GraphException {
        if (call.rank(0) != 4) {
            throw call.misfit("its input is not [N, C, H, W]");
        }
        return call.shape(0);
    }

    private static long block(Call call) throws GraphException {
        Attribute block = call.attribute("blocksize").orElse(new Attribute.Int(0));
        if (!(block instanceof Attribute.Int size) || size.value() < 1) {
            throw call.misfit("its block size is missing");
        }
        return size.value();
    }

    private static int[] axes(Call call, Optional<long[]> given, int rank) throws GraphException {
        int[] axes = new int[given.map(found -> found.length).orElse(rank)];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = given.isPresent() ? call.axis(given.get()[i], rank) : i;
        }
        if (Arrays.stream(axes).distinct().count() == axes.length) {
            return axes;
        }
        throw call.misfit("it names an axis twice");
    }
}
