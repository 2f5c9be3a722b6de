package vermeer.attack;

/** Rounding of levels to whole ones. */
final class Whole {
    /** Added and taken away again, it leaves of a number below 2^22 what is whole: there are no bits for more. */
    private static final float NO_FRACTION = 1.5f * (1 << 23);

    /** Moves half a level, which would be rounded to the even neighbour, towards the larger change. */
    private static final float LARGER = 1 + 2f / (1 << 23);

    private Whole() {}

    /**
     * Rounds levels so that their distances from the clean ones, which are whole, are whole. Half a level is rounded away from
     * the clean one, so that changes up and down survive alike. Without a branch, which the processor does for many values
     * at once.
     *
     * @param levels from 0 to 255; overwritten
     * @param most the largest change that is left, whole
     */
    static void round(float[] levels, float[] clean, float most) {
        for (int i = 0; i < levels.length; i++) {
            float change = (levels[i] - clean[i]) * LARGER;
            float whole = (change + NO_FRACTION) - NO_FRACTION;
            levels[i] = clean[i] + Math.max(-most, Math.min(most, whole));
        }
    }
}
