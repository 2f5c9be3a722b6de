package vermeer.attack.defence;

import vermeer.image.Picture;

/**
 * Something done to every picture before the network sees it.
 *
 * @param name on the command line and in files
 * @param title in tables
 * @param random whether it draws anew each time
 * @param effect what it does
 */
public record Defence(String name, String title, boolean random, Effect effect) {

    /** Makes a cleaned copy. */
    @FunctionalInterface
    public interface Effect {
        /** @param draw seed of random numbers, where the effect has any */
        Picture apply(Picture picture, long draw);
    }

    /** The picture as the network behind the defence gets it. */
    public Picture apply(Picture picture, long draw) {
        return effect.apply(picture, draw);
    }
}
