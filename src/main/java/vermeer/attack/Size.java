package vermeer.attack;

/**
 * The size of a change, in levels.
 *
 * @param lInf the largest change of any value
 * @param l2 the root of the sum of squared changes
 * @param meanSquare the root of the mean of squared changes, over the values that the network sees
 * @param changed the share of values that changed
 */
public record Size(double lInf, double l2, double meanSquare, double changed) {

    static Size of(float[] levels, float[] clean) {
        double sum = 0;
        double largest = 0;
        long changed = 0;
        for (int i = 0; i < levels.length; i++) {
            double change = (double) levels[i] - clean[i];
            sum += change * change;
            largest = Math.max(largest, Math.abs(change));
            changed += change != 0 ? 1 : 0;
        }
        return new Size(largest, Math.sqrt(sum), Math.sqrt(sum / levels.length), (double) changed / levels.length);
    }
}
