package vermeer.train.loop;

/**
 * One step's input.
 *
 * @param values the cached values, {@code [pictures, item]}
 * @param targets the targets' probabilities, {@code [pictures, classes]}
 * @param shares how much each picture counts; they add up to 1
 * @param mask what features are multiplied by, {@code [pictures, inputs]}
 * @param labels the most probable target of each picture
 */
record Batch(float[] values, float[] targets, float[] shares, float[] mask, int[] labels) {

    /** How many pictures there are. */
    int size() {
        return labels.length;
    }
}
