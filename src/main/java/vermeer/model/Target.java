package vermeer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an explanation explains: a weighted sum of logits. One class has one term of weight 1; "why this and not that" has
 * two, of weight 1 and -1.
 */
public record Target(List<Term> terms) {

    /**
     * One class's share in a target.
     *
     * @param index the class's index among the logits
     * @param name the class's name for people
     * @param weight the factor of its logit
     */
    public record Term(int index, String name, float weight) {}

    public Target {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a target needs a class");
        }
    }

    /** The logit of one class. */
    public static Target of(int index, String name) {
        return new Target(List.of(new Term(index, name, 1)));
    }

    /** The logit of one class minus another's. */
    public static Target contrast(int index, String name, int other, String otherName) {
        return new Target(List.of(new Term(index, name, 1), new Term(other, otherName, -1)));
    }

    /** What speaks for this target rather than for another one: their difference. */
    public Target minus(Target other) {
        return new Target(Stream.concat(
                        terms.stream(),
                        other.terms.stream().map(term -> new Term(term.index(), term.name(), -term.weight())))
                .toList());
    }

    /**
     * A sum of {@code classes} logits with these weights, for computations that name no class.
     *
     * @throws IllegalArgumentException where every weight is 0
     */
    static Target weighted(float[] weights, int offset, int classes) {
        List<Term> terms = new ArrayList<>();
        for (int index = 0; index < classes; index++) {
            if (weights[offset + index] != 0) {
                terms.add(new Term(index, "class " + index, weights[offset + index]));
            }
        }
        return new Target(terms);
    }

    /** The class explained; of a contrast, the one that is asked for. */
    public int index() {
        return terms.get(0).index();
    }

    /** The target's name for people. */
    public String name() {
        return terms.stream().map(Term::name).collect(Collectors.joining(" rather than "));
    }

    /** The target's value for one picture. */
    public double value(float[] logits, int offset) {
        double value = 0;
        for (Term term : terms) {
            value += (double) term.weight() * logits[offset + term.index()];
        }
        return value;
    }

    /** The gradient of the target's value with respect to {@code classes} logits. */
    public float[] seed(int classes) {
        float[] seed = new float[classes];
        terms.forEach(term -> seed[term.index()] += term.weight());
        return seed;
    }
}
