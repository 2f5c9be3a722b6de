package vermeer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermeer.data.balance.CostMatrix;

/**
 * What a classifier answered for labelled pictures.
 *
 * <p>Logits are the natural form: a model that only gives probabilities has their logarithms here, one with a single logit z
 * for two classes has {@code (0, z)}. The arrays are shared, not copied; nobody writes to them.
 *
 * @param classNames one a class, in the order of the logits
 * @param pictures names of the pictures, mostly paths relative to the data's folder, {@code n} of them
 * @param labels the true classes, {@code [n]}, indices of {@code classNames}
 * @param logits {@code [n][classes]}
 * @param costs what mistakes cost: the answer is then the class with the least expected cost, else the most probable one
 */
public record Predictions(
        List<String> classNames, List<String> pictures, int[] labels, double[][] logits, Optional<CostMatrix> costs) {

    /** @throws IllegalArgumentException where lengths or labels do not fit each other */
    public Predictions {
        classNames = List.copyOf(classNames);
        pictures = List.copyOf(pictures);
        int classes = classNames.size();
        if (labels.length != pictures.size() || logits.length != labels.length) {
            throw new IllegalArgumentException(pictures.size() + " pictures, " + labels.length + " labels and "
                    + logits.length + " rows of logits");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes || logits[i].length != classes) {
                throw new IllegalArgumentException("picture " + i + " does not fit " + classes + " classes");
            }
        }
        if (costs.isPresent() && !costs.get().classes().equals(classNames)) {
            throw new IllegalArgumentException("the costs are those of other classes");
        }
    }

    /** Predictions where every mistake costs the same. */
    public Predictions(List<String> classNames, List<String> pictures, int[] labels, double[][] logits) {
        this(classNames, pictures, labels, logits, Optional.empty());
    }

    /** The same, answered so that mistakes cost least; costs of other classes do not count. */
    public Predictions weighed(Optional<CostMatrix> matrix) {
        return new Predictions(classNames, pictures, labels, logits, matrix.filter(each -> each.classes()
                .equals(classNames)));
    }

    /** Of probabilities, {@code [n][classes]}, each row adding up to 1. */
    public static Predictions ofProbabilities(
            List<String> classNames, List<String> pictures, int[] labels, double[][] probabilities) {
        double[][] logits = Arrays.stream(probabilities)
                .map(row -> Arrays.stream(row)
                        .map(value -> Math.log(Math.max(value, Double.MIN_NORMAL)))
                        .toArray())
                .toArray(double[][]::new);
        return new Predictions(classNames, pictures, labels, logits);
    }

    /** The number of pictures. */
    public int size() {
        return labels.length;
    }

    public int classes() {
        return classNames.size();
    }

    /** The softmax of a picture's logits, {@code [classes]}; a new array. */
    public double[] probabilities(int picture) {
        return Softmax.of(logits[picture]);
    }

    /** The answer for a picture: the class with the least expected cost where there are costs, else the most probable one. */
    public int predicted(int picture) {
        return costs.isPresent() ? costs.get().decide(probabilities(picture)) : mostProbable(picture);
    }

    /** The most probable class of a picture; the first of equals. */
    public int mostProbable(int picture) {
        return largest(logits[picture]);
    }

    /** The probability of one class for every picture. */
    public double[] scores(int index) {
        return Arrays.stream(logits)
                .mapToDouble(row -> Math.exp(Softmax.logarithm(row, index)))
                .toArray();
    }

    public boolean correct(int picture) {
        return predicted(picture) == labels[picture];
    }

    /** The probability of the answer. */
    public double confidence(int picture) {
        return Math.exp(Softmax.logarithm(logits[picture], predicted(picture)));
    }

    /** The cross-entropy of a picture in nats: minus the logarithm of the true class's probability. */
    public double loss(int picture) {
        return -Softmax.logarithm(logits[picture], labels[picture]);
    }

    /** The number of pictures that were answered wrongly. */
    public int errors() {
        int errors = 0;
        for (int i = 0; i < size(); i++) {
            errors += correct(i) ? 0 : 1;
        }
        return errors;
    }

    /** The pictures of these indices, in this order. */
    public Predictions subset(int... indices) {
        return new Predictions(
                classNames,
                Arrays.stream(indices).mapToObj(pictures::get).toList(),
                Arrays.stream(indices).map(i -> labels[i]).toArray(),
                Arrays.stream(indices).mapToObj(i -> logits[i]).toArray(double[][]::new),
                costs);
    }

    /**
     * The same answers among some of the classes, as if the network knew no others.
     *
     * @param classes indices of the classes, in their new order
     * @param names their new names
     * @throws IllegalArgumentException where a picture is of another class
     */
    public Predictions among(int[] classes, List<String> names) {
        int[] place = new int[classes()];
        Arrays.fill(place, -1);
        for (int k = 0; k < classes.length; k++) {
            place[classes[k]] = k;
        }
        return new Predictions(
                names,
                pictures,
                Arrays.stream(labels).map(label -> place[label]).toArray(),
                Arrays.stream(logits)
                        .map(row ->
                                Arrays.stream(classes).mapToDouble(k -> row[k]).toArray())
                        .toArray(double[][]::new));
    }

    /** The same pictures with logits divided by a temperature; costs stay. */
    public Predictions cooled(double temperature) {
        double[][] cooled = Arrays.stream(logits)
                .map(row -> Arrays.stream(row).map(value -> value / temperature).toArray())
                .toArray(double[][]::new);
        return new Predictions(classNames, pictures, labels, cooled, costs);
    }

    static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
