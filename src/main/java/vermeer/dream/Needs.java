package vermeer.dream;

import vermeer.engine.EngineException;

/**
 * What a dream needs.
 *
 * @param logit whether it can be made for a class
 * @param unit whether it can be made for a channel or a neuron
 * @param layer whether it can be made for a layer as a whole
 * @param picture whether it starts from a picture
 * @param style whether it takes a second picture's style
 */
public record Needs(boolean logit, boolean unit, boolean layer, Use picture, Use style) {

    /** Whether something is used. */
    public enum Use {
        NO,
        CAN,
        MUST
    }

    void check(String title, DreamSubject subject) throws EngineException {
        Feature feature = subject.feature();
        boolean fits = feature instanceof Feature.Logit ? logit : feature instanceof Feature.WholeLayer ? layer : unit;
        if (!fits) {
            throw new EngineException(title + " cannot be made for " + feature.text() + "; choose " + choices() + ".");
        }
        if (picture == Use.MUST && subject.picture().isEmpty()) {
            throw new EngineException(title + " needs a picture to start from; give one.");
        }
        if (style == Use.MUST && subject.style().isEmpty()) {
            throw new EngineException(title + " needs a second picture, whose style it takes; give one.");
        }
    }

    /** What it can be made for, in words. */
    public String choices() {
        StringBuilder words = new StringBuilder();
        append(words, logit, "a class");
        append(words, layer, "a layer");
        append(words, unit, "a channel or a neuron of a layer");
        return words.toString();
    }

    private static void append(StringBuilder words, boolean possible, String what) {
        if (possible) {
            words.append(words.isEmpty() ? "" : " or ").append(what);
        }
    }
}
