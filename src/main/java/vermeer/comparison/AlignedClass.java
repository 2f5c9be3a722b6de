package vermeer.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One class in the answers of two models for the same picture.
 *
 * @param name as the first model calls it, or the second where only that has it
 * @param first the first model's probability, 0 to 1; NaN where it has no such class
 * @param second the second model's probability; NaN where it has no such class
 */
public record AlignedClass(String name, double first, double second) {

    /** By how much the second model's probability is higher; NaN where one model does not have the class. */
    public double difference() {
        return second - first;
    }

    /** Whether both models have the class. */
    public boolean shared() {
        return !Double.isNaN(difference());
    }

    /**
     * Sets two answers side by side.
     *
     * @param first the first model's probabilities, one a class
     * @param second the second model's
     * @return all classes of both models, the most probable of either first
     */
    public static List<AlignedClass> of(
            List<String> firstNames,
            double[] first,
            List<String> secondNames,
            double[] second,
            ClassAlignment alignment) {
        List<AlignedClass> all = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            int other = alignment.ofFirst()[i];
            all.add(new AlignedClass(firstNames.get(i), first[i], other < 0 ? Double.NaN : second[other]));
        }
        for (int j = 0; j < second.length; j++) {
            if (alignment.ofSecond()[j] < 0) {
                all.add(new AlignedClass(secondNames.get(j), Double.NaN, second[j]));
            }
        }
        all.sort(Comparator.comparingDouble(AlignedClass::larger).reversed());
        return List.copyOf(all);
    }

    private double larger() {
        return Double.isNaN(first) ? second : Double.isNaN(second) ? first : Math.max(first, second);
    }
}
