package vermeer.graph.shape;

import java.util.HashMap;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** The shape of an Einsum: one letter an axis, an ellipsis for broadcast axes. */
final class EinsumShape {
    private static final String ELLIPSIS = "...";

    private EinsumShape() {}

    static TensorType infer(Call call) throws UnknownShapeException, GraphException {
        String equation = call.node().text("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        if (terms.length != call.node().inputs().size()) {
            throw call.misfit("its equation '" + equation + "' names another number of inputs");
        }
        Map<Character, Long> extents = new HashMap<>();
        long[] ellipsis = new long[0];
        for (int i = 0; i < terms.length; i++) {
            ellipsis = ElementwiseShapes.joint(call, ellipsis, read(call, terms[i], call.shape(i), extents));
        }
        String result = arrow < 0 ? implicit(terms) : equation.substring(arrow + 2);
        return call.input(0).shaped(shape(call, result, extents, ellipsis));
    }

    /** One multiply-add for every combination of all axes; of two tensors, as image classifiers have it. */
    static long multiplyAdds(Call call) throws GraphException {
        try {
            String[] terms = call.node()
                    .text("equation", "")
                    .replace(" ", "")
                    .split("->")[0]
                    .split(",", -1);
            Map<Character, Long> extents = new HashMap<>();
            long count = 1;
            for (int i = 0; i < terms.length; i++) {
                for (long extent : read(call, terms[i], call.shape(i), extents)) {
                    count = i == 0 ? Math.multiplyExact(count, NodeCost.one(extent)) : count;
                }
            }
            for (long extent : extents.values()) {
                count = Math.multiplyExact(count, NodeCost.one(extent));
            }
            return count;
        } catch (UnknownShapeException e) {
            return 0;
        }
    }

    /** Notes each letter's extent and returns the extents that the ellipsis stands for. */
    private static long[] read(Call call, String term, long[] shape, Map<Character, Long> extents)
            throws GraphException {
        int dots = term.indexOf(ELLIPSIS);
        String letters = term.replace(ELLIPSIS, "");
        int hidden = shape.length - letters.length();
        if (hidden < 0 || dots < 0 && hidden > 0) {
            throw call.misfit("'" + term + "' does not fit " + Extents.text(shape));
        }
        int before = dots < 0 ? letters.length() : dots;
        for (int i = 0; i < letters.length(); i++) {
            long extent = shape[i < before ? i : i + hidden];
            extents.merge(letters.charAt(i), extent, (old, now) -> old == Graph.UNKNOWN || old == 1 ? now : old);
        }
        long[] middle = new long[hidden];
        System.arraycopy(shape, before, middle, 0, hidden);
        return middle;
    }

    private static long[] shape(Call call, String result, Map<Character, Long> extents, long[] ellipsis)
            throws GraphException {
        String letters = result.replace(ELLIPSIS, "");
        int dots = result.indexOf(ELLIPSIS);
        int hidden = dots < 0 ? 0 : ellipsis.length;
        long[] shape = new long[letters.length() + hidden];
        System.arraycopy(ellipsis, 0, shape, Math.max(0, dots), hidden);
        for (int i = 0; i < letters.length(); i++) {
            Long extent = extents.get(letters.charAt(i));
            if (extent == null) {
                throw call.misfit("its equation makes up the axis '" + letters.charAt(i) + "'");
            }
            shape[dots >= 0 && i >= dots ? i + hidden : i] = extent;
        }
        return shape;
    }

    /** Without an arrow: the ellipsis, then the letters that occur once, sorted. */
    private static String implicit(String[] terms) {
        String all = String.join("", terms);
        StringBuilder once = new StringBuilder(all.contains(ELLIPSIS) ? ELLIPSIS : "");
        all.replace(ELLIPSIS, "")
                .chars()
                .sorted()
                .filter(letter -> all.indexOf(letter) == all.lastIndexOf(letter))
                .forEach(letter -> once.append((char) letter));
        return once.toString();
    }
}
