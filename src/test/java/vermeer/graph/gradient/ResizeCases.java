package vermeer.graph.gradient;

import static vermeer.graph.gradient.OperatorCase.of;
import static vermeer.graph.gradient.ShapeCases.square;
import static vermeer.graph.gradient.SmallGraph.ints;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vermeer.graph.Attribute;

/** Resizing in every mode, by scales and by sizes, up and down. */
final class ResizeCases {
    private static final List<String> COORDINATES =
            List.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric", "half_pixel_symmetric");

    static final List<OperatorCase> CASES = cases();

    private ResizeCases() {}

    private static List<OperatorCase> cases() {
        List<OperatorCase> cases = new ArrayList<>();
        for (String mode : List.of("nearest", "linear", "cubic")) {
            for (String coordinates : COORDINATES) {
                Map<String, Attribute> attributes = attributes(mode, coordinates);
                cases.add(byScales(attributes, 2, 2));
                cases.add(byScales(attributes, 1.7f, 0.6f));
                cases.add(bySizes(attributes, 7, 3));
            }
        }
        for (String rounding : List.of("round_prefer_floor", "round_prefer_ceil", "floor", "ceil")) {
            for (String coordinates : List.of("half_pixel", "asymmetric", "align_corners")) {
                Map<String, Attribute> attributes = attributes("nearest", coordinates);
                attributes.put("nearest_mode", new Attribute.Text(rounding));
                cases.add(byScales(attributes, 3, 2));
            }
        }
        Map<String, Attribute> sharp = attributes("cubic", "half_pixel");
        sharp.put("cubic_coeff_a", new Attribute.Real(-0.5f));
        sharp.put("exclude_outside", new Attribute.Int(1));
        cases.add(byScales(sharp, 1.5f, 2));
        for (String mode : List.of("linear", "cubic")) {
            Map<String, Attribute> smooth = attributes(mode, "half_pixel");
            smooth.put("antialias", new Attribute.Int(1));
            cases.add(bySizes(smooth, 2, 3));
        }
        cases.add(of("Resize, given axes", ResizeCases::givenAxes, 2, 4, 4));
        cases.add(of("Resize, channels last", ResizeCases::channelsLast, 3, 4, 2));
        return cases.stream().map(OperatorCase::quadratic).toList();
    }

    private static Map<String, Attribute> attributes(String mode, String coordinates) {
        Map<String, Attribute> attributes = new HashMap<>();
        attributes.put("mode", new Attribute.Text(mode));
        attributes.put("coordinate_transformation_mode", new Attribute.Text(coordinates));
        return attributes;
    }

    private static OperatorCase byScales(Map<String, Attribute> attributes, float height, float width) {
        return of(
                "Resize " + text(attributes) + " by " + height + " and " + width,
                graph -> graph.add("Resize", attributes, square(graph), "", graph.floats(1, 1, height, width)),
                2,
                4,
                5);
    }

    private static OperatorCase bySizes(Map<String, Attribute> attributes, long height, long width) {
        Map<String, Attribute> all = new HashMap<>(attributes);
        all.put("axes", ints(2, 3));
        return of(
                "Resize " + text(attributes) + " to " + height + " x " + width,
                graph -> graph.add("Resize", all, square(graph), "", "", graph.integers(height, width)),
                2,
                4,
                5);
    }

    private static String text(Map<String, Attribute> attributes) {
        return new TreeMap<>(attributes).values().toString().replaceAll("(Text|Int|Real)\\[value=([^]]*)]", "$2");
    }

    private static String givenAxes(SmallGraph graph) {
        Map<String, Attribute> attributes = attributes("linear", "half_pixel");
        attributes.put("axes", ints(3, 2));
        return graph.add("Resize", attributes, square(graph), "", graph.floats(2, 1.5f));
    }

    private static String channelsLast(SmallGraph graph) {
        Map<String, Attribute> attributes = attributes("linear", "half_pixel");
        return graph.add("Resize", attributes, square(graph), "", graph.floats(1, 2, 2, 1));
    }
}
