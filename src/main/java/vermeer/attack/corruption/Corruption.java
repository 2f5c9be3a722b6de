package vermeer.attack.corruption;

import vermeer.image.Picture;

/**
 * Something that happens to pictures, in any strength.
 *
 * @param name on the command line and in files
 * @param title in menus
 * @param unit of the strength; may be empty
 * @param min the strength at one end of the slider
 * @param none the strength that leaves the picture as it is
 * @param max the strength at the other end
 * @param help what the strength means, in one sentence
 * @param effect what it does
 */
public record Corruption(
        String name, String title, String unit, double min, double none, double max, String help, Effect effect) {

    /** Makes a corrupted copy. */
    @FunctionalInterface
    interface Effect {
        /** @param seed of random numbers, where the effect has any */
        Picture apply(Picture picture, double strength, long seed);
    }

    /**
     * The picture in this strength; it may have another size.
     *
     * @param strength from {@link #min} to {@link #max}
     */
    public Picture apply(Picture picture, double strength, long seed) {
        double within = Math.max(Math.min(min, max), Math.min(Math.max(min, max), strength));
        return within == none ? picture : effect.apply(picture, within, seed);
    }
}
