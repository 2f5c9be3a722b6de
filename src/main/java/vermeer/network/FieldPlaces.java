package vermeer.network;

import java.util.stream.IntStream;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * Along one axis, the places that resizing makes a place of (ONNX's {@code Resize}, versions 13 to 19).
 *
 * @param mode {@code nearest}, {@code linear} or {@code cubic}
 * @param coordinates how a place's coordinate in what is resized is computed
 * @param rounding how {@code nearest} rounds it
 * @param antialias whether windows widen where a picture is made smaller
 */
record FieldPlaces(
        String mode, String coordinates, String rounding, boolean antialias, int from, int to, double scale) {

    static FieldPlaces of(Node node, int from, int to, double scale) throws GraphException {
        String coordinates = node.text("coordinate_transformation_mode", "half_pixel");
        if (coordinates.equals("tf_crop_and_resize")) {
            throw new GraphException("resizing that is not followed");
        }
        return new FieldPlaces(
                node.text("mode", "nearest"),
                coordinates,
                node.text("nearest_mode", "round_prefer_floor"),
                node.integer("antialias", 0) == 1,
                from,
                to,
                scale);
    }

    /** The places that place {@code i} of the result is made of, with weights other than 0. */
    IntStream sources(int i) {
        double at = coordinate(i);
        if (mode.equals("nearest")) {
            return IntStream.of(clamped(nearest(at)));
        }
        double reach = (mode.equals("cubic") ? 2 : 1) * (antialias ? Math.max(1, 1 / scale) : 1);
        int low = (int) Math.floor(at - reach) + 1;
        int high = (int) Math.ceil(at + reach) - 1;
        // a cubic's weights at whole distances are 0
        boolean meets = !antialias && at == Math.rint(at);
        return meets
                ? IntStream.of(clamped((int) at))
                : IntStream.rangeClosed(low, high).map(this::clamped);
    }

    private double coordinate(int i) {
        return switch (coordinates) {
            case "asymmetric" -> i / scale;
            case "align_corners" -> to == 1 ? 0 : (double) i * (from - 1) / (to - 1);
            case "pytorch_half_pixel" -> to == 1 ? 0 : (i + 0.5) / scale - 0.5;
            case "half_pixel_symmetric" -> from / 2.0 * (1 - to / (from * scale)) + (i + 0.5) / scale - 0.5;
            default -> (i + 0.5) / scale - 0.5;
        };
    }

    private int nearest(double at) {
        return (int)
                switch (rounding) {
                    case "floor" -> Math.floor(at);
                    case "ceil" -> Math.ceil(at);
                    case "round_prefer_ceil" -> Math.floor(at + 0.5);
                    default -> Math.ceil(at - 0.5);
                };
    }

    private int clamped(int place) {
        return Math.max(0, Math.min(from - 1, place));
    }

    /** The place that padding copies; outside of the axis where it copies none. */
    static int padded(String mode, int place, int extent) {
        return switch (mode) {
            case "edge" -> Math.max(0, Math.min(extent - 1, place));
            case "reflect" -> {
                int around = Math.floorMod(place, Math.max(1, 2 * extent - 2));
                yield Math.min(around, 2 * extent - 2 - around);
            }
            case "wrap" -> Math.floorMod(place, extent);
            default -> place;
        };
    }
}
