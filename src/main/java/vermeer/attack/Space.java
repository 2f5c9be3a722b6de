package vermeer.attack;

/** What an attack changes. */
public enum Space {
    /** The levels of the original picture, at its own size; the result is a picture file that fools whoever reads it. */
    PICTURE,
    /**
     * The levels of the network's input, after resizing and cropping, as numbers that need not be whole; the space that
     * papers and libraries report.
     */
    INPUT
}
