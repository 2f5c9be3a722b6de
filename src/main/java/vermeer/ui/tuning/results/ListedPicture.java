package vermeer.ui.tuning.results;

import vermeer.data.LabelledPicture;

/**
 * A judged picture in a list.
 *
 * @param index among the answers
 * @param label the class that it carries
 * @param answer the class that the network named
 * @param confidence in the answer, 0 to 1
 * @param loss cross-entropy in nats
 * @param proposed the class that it probably shows; the answer where nothing else is suspected
 */
public record ListedPicture(
        int index,
        LabelledPicture picture,
        String label,
        String answer,
        double confidence,
        double loss,
        String proposed) {

    /** Whether the network answered its label. */
    public boolean right() {
        return label.equals(answer);
    }
}
