package vermeer.train.loop;

import vermeer.train.Optimiser;

/**
 * One optimiser's change of a parameter by a gradient. Written with basic arithmetic only, which Java rounds the same
 * everywhere, so that equal runs stay equal to the bit.
 *
 * @param decay the weight decay
 */
record Update(Optimiser optimiser, double decay) {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    /**
     * Changes the parameter.
     *
     * @param step how many changes this parameter has had with this one, from 1 on
     */
    void apply(Parameter parameter, float[] gradient, double rate, long step) {
        double own = parameter.decays() ? decay : 0;
        switch (optimiser) {
            case SGD -> descend(parameter, gradient, (float) rate, (float) own);
            case ADAM -> adam(parameter, gradient, rate, step, (float) own, 0);
            case ADAMW -> adam(parameter, gradient, rate, step, 0, (float) (rate * own));
        }
    }

    private static void descend(Parameter parameter, float[] gradient, float rate, float decay) {
        float[] value = parameter.value();
        float[] momentum = parameter.momentum();
        for (int i = 0; i < value.length; i++) {
            momentum[i] = BETA1 * momentum[i] + (gradient[i] + decay * value[i]);
            value[i] -= rate * momentum[i];
        }
    }

    private static void adam(
            Parameter parameter, float[] gradient, double rate, long step, float inGradient, float shrink) {
        float first = (float) (rate / (1 - StrictMath.pow(BETA1, step)));
        float second = (float) (1 / (1 - StrictMath.pow(BETA2, step)));
        float[] value = parameter.value();
        float[] momentum = parameter.momentum();
        float[] square = parameter.square();
        for (int i = 0; i < value.length; i++) {
            float slope = gradient[i] + inGradient * value[i];
            momentum[i] = BETA1 * momentum[i] + (1 - BETA1) * slope;
            square[i] = BETA2 * square[i] + (1 - BETA2) * slope * slope;
            float root = (float) Math.sqrt(square[i] * second);
            value[i] -= shrink * value[i] + first * momentum[i] / (root + EPSILON);
        }
    }
}
