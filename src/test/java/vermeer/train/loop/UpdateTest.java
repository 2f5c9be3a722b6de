package vermeer.train.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vermeer.train.Optimiser;

/** Expected values are written out from the papers' formulas, in double precision. */
class UpdateTest {

    @Test
    void adamTakesTheStepsOfItsPaper() {
        double value = 1;
        double mean = 0;
        double square = 0;
        Parameter parameter = parameter(1);
        Update adam = new Update(Optimiser.ADAM, 0);
        for (int step = 1; step <= 5; step++) {
            double gradient = 0.3 * step - 0.7;
            mean = 0.9 * mean + 0.1 * gradient;
            square = 0.999 * square + 0.001 * gradient * gradient;
            value -= 0.01
                    * (mean / (1 - Math.pow(0.9, step)))
                    / (Math.sqrt(square / (1 - Math.pow(0.999, step))) + 1e-8);
            adam.apply(parameter, new float[] {(float) gradient, 0, 0, 0}, 0.01, step);
            assertEquals(value, parameter.value()[0], 1e-6);
        }
    }

    @Test
    void adamWDecaysWeightsApartFromTheGradientAndAdamInIt() {
        Parameter apart = parameter(2);
        new Update(Optimiser.ADAMW, 0.1).apply(apart, new float[4], 0.01, 1);
        assertEquals(2 - 0.01 * 0.1 * 2, apart.value()[0], 1e-6);
        Parameter inside = parameter(2);
        new Update(Optimiser.ADAM, 0.1).apply(inside, new float[4], 0.01, 1);
        assertEquals(2 - 0.01, inside.value()[0], 1e-6, "the first step of Adam has the length of the rate");
    }

    @Test
    void descentGathersMomentum() {
        Parameter parameter = parameter(0);
        Update descent = new Update(Optimiser.SGD, 0);
        descent.apply(parameter, new float[] {1, 0, 0, 0}, 0.1, 1);
        descent.apply(parameter, new float[] {1, 0, 0, 0}, 0.1, 2);
        assertEquals(-0.1 - 0.19, parameter.value()[0], 1e-6);
    }

    @Test
    void biasesAreNotDecayed() {
        Parameter bias = new Parameter("bias", new long[] {2}, 0, new float[] {2, 2});
        new Update(Optimiser.ADAMW, 0.5).apply(bias, new float[] {0, 0}, 0.1, 1);
        assertEquals(2, bias.value()[0]);
    }

    private static Parameter parameter(float value) {
        return new Parameter("weights", new long[] {2, 2}, 0, new float[] {value, value, value, value});
    }
}
