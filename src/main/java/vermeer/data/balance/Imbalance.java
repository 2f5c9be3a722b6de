package vermeer.data.balance;

import java.util.List;

/**
 * How unequal classes are.
 *
 * @param classes their names
 * @param counts how many pictures each has
 */
public record Imbalance(List<String> classes, List<Integer> counts) {
    private static final double NOTABLE = 1.5;
    private static final double STRONG = 4;

    public Imbalance {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        if (classes.isEmpty() || classes.size() != counts.size()) {
            throw new IllegalArgumentException(classes.size() + " classes, " + counts.size() + " counts");
        }
    }

    /** The largest class's pictures for each of the smallest's; infinite where a class has none. */
    public double ratio() {
        return (double) counts.get(largest()) / counts.get(smallest());
    }

    public int largest() {
        return place(1);
    }

    public int smallest() {
        return place(-1);
    }

    private int place(int sign) {
        int best = 0;
        for (int i = 1; i < counts.size(); i++) {
            if (sign * counts.get(i) > sign * counts.get(best)) {
                best = i;
            }
        }
        return best;
    }

    /** Whether it is worth a thought. */
    public boolean notable() {
        return ratio() >= NOTABLE;
    }

    /** What it is and what it does, in a sentence or two for the user. */
    public String sentence() {
        if (!notable()) {
            return "The classes are about equally large.";
        }
        String sizes = "\"" + classes.get(largest()) + "\" has " + counts.get(largest()) + " pictures, \""
                + classes.get(smallest()) + "\" has " + counts.get(smallest());
        return ratio() < STRONG
                ? sizes + ". That is uneven, but mostly harmless."
                : sizes + ". A network trained on this is drawn to the larger class; weigh the classes or collect"
                        + " more of the smaller one.";
    }
}
