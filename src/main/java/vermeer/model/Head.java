package vermeer.model;

import vermeer.tensor.Tensor;

/** What a network makes of its logits. */
public enum Head {
    /** One class is right; the graph ends in logits and the probabilities are their softmax. */
    LOGITS("logits; probabilities are their softmax"),
    /** One class is right; the graph ends in a softmax, which explanations leave out. */
    SOFTMAX("softmax; explained before it"),
    /** Any number of classes may be right: every logit has a sigmoid of its own. */
    SIGMOID("multi-label: one sigmoid a class; explained before it"),
    /** Two classes and one logit: its sigmoid is the probability of the second class. */
    BINARY("one logit for two classes; explained before the sigmoid"),
    /** The graph gives probabilities by a way that cannot be taken apart, so they are what is explained. */
    PROBABILITIES("probabilities; no logits are found, so probabilities are explained");

    private final String text;

    Head(String text) {
        this.text = text;
    }

    /** The head in words. */
    public String text() {
        return text;
    }

    /**
     * Probabilities from logits.
     *
     * @param logits {@code [n, classes]}
     * @return {@code [n, classes]}; each row adds up to 1 where one class is right
     */
    public Tensor probabilities(Tensor logits) {
        return switch (this) {
            case LOGITS, SOFTMAX -> softmax(logits);
            case SIGMOID, BINARY -> sigmoid(logits);
            case PROBABILITIES -> logits;
        };
    }

    private static Tensor softmax(Tensor logits) {
        float[] values = logits.data();
        float[] probabilities = new float[values.length];
        int classes = logits.itemSize();
        for (int start = 0; start < values.length; start += classes) {
            float max = Float.NEGATIVE_INFINITY;
            for (int i = start; i < start + classes; i++) {
                max = Math.max(max, values[i]);
            }
            double sum = 0;
            for (int i = start; i < start + classes; i++) {
                sum += Math.exp((double) values[i] - max);
            }
            for (int i = start; i < start + classes; i++) {
                probabilities[i] = (float) (Math.exp((double) values[i] - max) / sum);
            }
        }
        return new Tensor(logits.shape(), probabilities);
    }

    private static Tensor sigmoid(Tensor logits) {
        float[] probabilities = new float[logits.data().length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logits.data()[i])));
        }
        return new Tensor(logits.shape(), probabilities);
    }
}
