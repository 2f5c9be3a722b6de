package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * {@code Einsum}: the gradient of an operand is the Einsum of the output's gradient and the other operands, with the operand's
 * own indices as its output. An index that only the operand has was summed over, so its gradient is repeated along it.
 */
final class EinsumRule implements GradientRule {

    @Override
    public List<Optional<String>> differentiate(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        Equation equation = Equation.of(node, graph);
        List<Optional<String>> result = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            result.add(
                    graph.needed(node.inputs().get(i))
                            ? Optional.of(
                                    ofOperand(node, equation, gradients.get(0).orElseThrow(), graph, i))
                            : Optional.empty());
        }
        return result;
    }

    private static String ofOperand(Node node, Equation equation, String gradient, GradientGraph graph, int index)
            throws GraphException {
        String own = equation.operands().get(index);
        if (own.chars().distinct().count() != own.length()) {
            throw new GraphException(
                    "The operator " + node.describe() + " takes a diagonal, which has no gradient rule.");
        }
        List<String> indices = new ArrayList<>(List.of(equation.output()));
        List<String> values = new ArrayList<>(List.of(gradient));
        for (int i = 0; i < node.inputs().size(); i++) {
            if (i != index) {
                indices.add(equation.operands().get(i));
                values.add(node.inputs().get(i));
            }
        }
        String elsewhere = String.join("", indices);
        String kept = own.chars()
                .filter(letter -> elsewhere.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String text = String.join(",", indices) + "->" + kept;
        String product =
                graph.add("Einsum", Map.of("equation", new Attribute.Text(text)), values.toArray(String[]::new));
        return repeated(graph, product, graph.shape(node.inputs().get(index)), own, kept);
    }

    private static String repeated(GradientGraph graph, String product, long[] shape, String own, String kept)
            throws GraphException {
        long[] from = graph.shape(product);
        long[] aligned = new long[shape.length];
        Arrays.fill(aligned, 1);
        long[] target = shape.clone();
        for (int axis = 0; axis < shape.length; axis++) {
            int place = kept.indexOf(own.charAt(axis));
            if (place >= 0) {
                aligned[axis] = from[place];
                target[axis] = from[place];
            }
        }
        return graph.sumTo(graph.expand(graph.reshape(product, aligned), target), shape);
    }

    /**
     * An equation in which every index is a letter.
     *
     * @param operands the indices of each operand
     * @param output the indices of the output
     */
    private record Equation(List<String> operands, String output) {

        static Equation of(Node node, GradientGraph graph) throws GraphException {
            String text = node.text("equation", "").replace(" ", "");
            String[] sides = text.split("->", 2);
            String[] left = sides[0].split(",", -1);
            int longest = 0;
            for (int i = 0; i < left.length; i++) {
                longest = Math.max(
                        longest, dots(left[i], graph.shape(node.inputs().get(i)).length));
            }
            String letters = unused(text, longest);
            List<String> operands = new ArrayList<>();
            for (int i = 0; i < left.length; i++) {
                int count = dots(left[i], graph.shape(node.inputs().get(i)).length);
                operands.add(left[i].replace("...", letters.substring(longest - count)));
            }
            String output = sides.length == 2 ? sides[1].replace("...", letters) : letters + once(sides[0]);
            return new Equation(List.copyOf(operands), output);
        }

        /** How many axes an operand's ellipsis stands for. */
        private static int dots(String indices, int rank) {
            return indices.contains("...") ? rank - (indices.length() - 3) : 0;
        }

        private static String unused(String text, int count) {
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                    .chars()
                    .filter(letter -> text.indexOf(letter) < 0)
                    .limit(count)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }

        /** Without an arrow, the letters that occur once are the output, in alphabetical order. */
        private static String once(String left) {
            return left.chars()
                    .filter(letter -> Character.isLetter(letter) && left.indexOf(letter) == left.lastIndexOf(letter))
                    .sorted()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }
}
