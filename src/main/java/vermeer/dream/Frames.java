package vermeer.dream;

/** Receives pictures while a dream is still being made, about {@value #COUNT} of them. */
@FunctionalInterface
public interface Frames {
    int COUNT = 32;

    void show(Frame frame);

    /** Nobody watches. */
    static Frames none() {
        return unfinished -> {};
    }

    /** Whether the picture after this step is one to show. */
    static boolean due(int step, int steps) {
        return step == steps || (long) step * COUNT / steps > (step - 1L) * COUNT / steps;
    }
}
