package vermeer.attribution;

import vermeer.image.Heatmap;

/** Receives a map while it is still being computed, coarse first; shown as unfinished and never stored. */
@FunctionalInterface
public interface Sketch {
    void draw(Heatmap unfinished);

    /** Nobody watches. */
    static Sketch none() {
        return unfinished -> {};
    }
}
