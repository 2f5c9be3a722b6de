package vermeer.attack;

import java.util.OptionalInt;

/**
 * What an attack is to reach: another answer, or one certain other answer.
 *
 * @param label the class that the clean picture counts as; mostly the network's own answer
 * @param target the class wanted; empty where any other than the label will do
 */
public record Goal(int label, OptionalInt target) {

    /** Any class but this one. */
    public static Goal anyBut(int label) {
        return new Goal(label, OptionalInt.empty());
    }

    /** One certain class. */
    public static Goal towards(int label, int target) {
        return new Goal(label, OptionalInt.of(target));
    }

    /** Whether an answer is what was wanted. */
    public boolean reached(int answer) {
        return answer >= 0 && (target.isPresent() ? answer == target.getAsInt() : answer != label);
    }

    /** Whether the answer of one picture's logits is what was wanted. */
    boolean reached(float[] logits) {
        return reached(answer(logits));
    }

    /** The class that logits answer; of one logit its sign; -1 where a logit is no number. */
    public static int answer(float[] logits) {
        if (logits.length == 1) {
            return Float.isNaN(logits[0]) ? -1 : logits[0] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int i = 0; i < logits.length; i++) {
            if (Float.isNaN(logits[i])) {
                return -1;
            }
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    /**
     * The direction among logits that leads to the goal: the gradient of the cross-entropy, scaled so that it stays large
     * where the network is sure. Untargeted: all others, weighted by their probabilities, minus the label. Targeted: the
     * target minus all others.
     */
    float[] direction(float[] logits) {
        if (logits.length == 1) {
            boolean second = target.isPresent() ? target.getAsInt() == 1 : label == 0;
            return new float[] {second ? 1 : -1};
        }
        int kept = target.orElse(label);
        float sign = target.isPresent() ? -1 : 1;
        float[] direction = new float[logits.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            largest = i == kept ? largest : Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += i == kept ? 0 : Math.exp(logits[i] - largest);
        }
        for (int i = 0; i < logits.length; i++) {
            direction[i] = i == kept ? -sign : (float) (sign * Math.exp(logits[i] - largest) / sum);
        }
        return direction;
    }

    /** The direction that shortens {@link #distance}: one class's logit minus another's. */
    float[] margin(float[] logits) {
        if (logits.length == 1) {
            return direction(logits);
        }
        int kept = target.orElse(label);
        int rival = kept == 0 ? 1 : 0;
        for (int i = 0; i < logits.length; i++) {
            rival = i != kept && logits[i] > logits[rival] ? i : rival;
        }
        float[] margin = new float[logits.length];
        margin[kept] = target.isPresent() ? 1 : -1;
        margin[rival] = -margin[kept];
        return margin;
    }

    /** How far logits are from the goal: negative where it is reached, 0 where two classes are as likely. */
    double distance(float[] logits) {
        if (logits.length == 1) {
            return -direction(logits)[0] * (double) logits[0];
        }
        int kept = target.orElse(label);
        double other = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            other = i == kept ? other : Math.max(other, logits[i]);
        }
        return target.isPresent() ? other - logits[kept] : logits[kept] - other;
    }
}
