package vermeer.advice;

import java.util.List;

/** What the step from one error to the next means, and what helps. Read from the top. */
public enum GapKind {
    BIAS(
            "avoidable bias",
            "The network does not even fit the pictures it learns from as well as people do.",
            List.of(
                    "Retrain a bigger part: cut the network earlier, so that more layers learn.",
                    "Train longer, or with a higher learning rate.",
                    "Take another, larger pretrained network.",
                    "Weaken regularisation: less weight decay, dropout, augmentation or label smoothing.",
                    "Look through the suspected labels: wrong ones cannot be learnt.")),
    VARIANCE(
            "variance",
            "It does well on the pictures it learns from and worse on others of the same kind.",
            List.of(
                    "Collect more pictures; the learning curve says how many.",
                    "Augment more: flips, crops, light, colour, as far as they could be real pictures.",
                    "Regularise more: weight decay, dropout, label smoothing, or stop earlier.",
                    "Retrain a smaller part: cut the network later, so that fewer layers learn.")),
    MISMATCH(
            "data mismatch",
            "It does well on pictures like those it learns from and worse on pictures from where it will be used.",
            List.of(
                    "Collect more pictures like dev, and move some of them into training.",
                    "Look at what differs: compare the worst subsets of dev with training pictures.",
                    "Make training pictures more like dev: augment light, blur, noise or background towards it.")),
    DEV_OVERFIT(
            "overfitting to dev",
            "It was tuned until it fitted dev, and does worse on test.",
            List.of(
                    "Collect more dev pictures.",
                    "Choose between settings less often, and only by differences that the intervals support."));

    private final String title;
    private final String meaning;
    private final List<String> actions;

    GapKind(String title, String meaning, List<String> actions) {
        this.title = title;
        this.meaning = meaning;
        this.actions = actions;
    }

    /** Its name, in lower case. */
    public String title() {
        return title;
    }

    /** What it says of the network, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it, the most promising first. */
    public List<String> actions() {
        return actions;
    }
}
