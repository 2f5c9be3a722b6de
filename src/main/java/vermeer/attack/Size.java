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
        float largest = 0;
        int changed = 0;
        for (int i = 0; i < levels.length; i++) {
            float change = Math.abs(levels[i] - clean[i]);
            sum += (double) change * change;
            changed += change > 0 ? 1 : 0;
            if (change > largest) {
                largest = change;
            }
        }
        return new Size(largest, Math.sqrt(sum), Math.sqrt(sum / levels.length), (double) changed / levels.length);
    }
}
