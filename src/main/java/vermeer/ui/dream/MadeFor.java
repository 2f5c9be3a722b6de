package vermeer.ui.dream;

import vermeer.dream.Needs;

/** The kinds of things that a picture can be made for. */
public enum MadeFor {
    CLASS("Class"),
    LAYER("Layer"),
    CHANNEL("Channel"),
    NEURON("Neuron");

    private final String title;

    MadeFor(String title) {
        this.title = title;
    }

    /** The kind for people. */
    public String title() {
        return title;
    }

    /** Whether a dream that needs this can be made for it. */
    boolean fits(Needs needs) {
        return switch (this) {
            case CLASS -> needs.logit();
            case LAYER -> needs.layer();
            case CHANNEL, NEURON -> needs.unit();
        };
    }
}
