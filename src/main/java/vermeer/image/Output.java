package vermeer.image;

import java.util.Locale;

/** What a network's head gives; explanations always differentiate what stands before its last softmax or sigmoid. */
public enum Output {
    /** One score a class of which one is right; a softmax makes probabilities of them. */
    LOGITS("logits"),
    /** One probability a class, adding up to one: the graph ends in a softmax. */
    PROBABILITIES("probabilities"),
    /** One independent score a class, before or after a sigmoid; any number of classes may be right. */
    MULTI_LABEL("multi-label"),
    /** One score for the second of two classes, before or after a sigmoid. */
    BINARY("binary");

    private final String text;

    Output(String text) {
        this.text = text;
    }

    /** The name in profile files. */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException where there is no such output; the message is a clause */
    static Output of(String text) {
        for (Output output : values()) {
            if (output.text.equals(text.trim().toLowerCase(Locale.ROOT).replace(' ', '-'))) {
                return output;
            }
        }
        throw new IllegalArgumentException(
                "the output \"" + text + "\" is unknown; known are logits, probabilities, multi-label and binary");
    }
}
