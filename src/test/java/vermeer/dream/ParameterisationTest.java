package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What parameters mean, and gradients with respect to them. */
class ParameterisationTest {

    @Test
    void theHartleyTransformIsTheFourierTransformsRealLessItsImaginaryPart() {
        float[] line = Directions.random(1, 64, 2);
        float[][] column = new float[64][1];
        double[] real = new double[64];
        for (int i = 0; i < 64; i++) {
            column[i][0] = line[i];
            real[i] = line[i];
        }
        Complex[] fourier = new FastFourierTransformer(DftNormalization.UNITARY).transform(real, TransformType.FORWARD);
        float[][] hartley = new Hartley(64, 1).transform(column);
        for (int i = 0; i < 64; i++) {
            assertEquals(fourier[i].getReal() - fourier[i].getImaginary(), hartley[i][0], 1e-5);
        }
    }

    @Test
    void theHartleyTransformIsItsOwnInverse() {
        float[][] field = new float[8][32];
        for (int row = 0; row < 8; row++) {
            field[row] = Directions.random(row, 32, 2);
        }
        Hartley waves = new Hartley(8, 32);
        float[][] copy = new float[8][];
        for (int row = 0; row < 8; row++) {
            copy[row] = field[row].clone();
        }
        float[][] back = waves.transform(waves.transform(copy));
        for (int row = 0; row < 8; row++) {
            assertArrayEquals(field[row], back[row], 1e-5f);
        }
    }

    @ParameterizedTest
    @EnumSource(Parameterisation.class)
    void aBasisCarriesGradientsBackByItsTranspose(Parameterisation kind) {
        Basis basis = kind.basis(3, 20, 12);
        float[] parameters = Directions.random(1, basis.size(), 1);
        float[] planes = Directions.random(2, 3 * 20 * 12, 1);
        double forwards = Directions.dot(basis.planes(parameters), planes);
        assertEquals(forwards, Directions.dot(parameters, basis.transpose(planes)), 1e-4 * Math.abs(forwards));
    }

    @ParameterizedTest
    @EnumSource(Parameterisation.class)
    void aPaintingsGradientEqualsFiniteDifferences(Parameterisation kind) throws Exception {
        Painting painting = new Painting(kind, 3, 10, 12, true, new SplittableRandom(1));
        float[] at = Directions.random(3, painting.parameters().length, 2);
        float[] weights = Directions.random(4, 3 * 10 * 12, 1);
        System.arraycopy(at, 0, painting.parameters(), 0, at.length);
        painting.picture();
        float[] gradient = painting.gradient(weights);
        Directions.check(
                values -> {
                    System.arraycopy(values, 0, painting.parameters(), 0, values.length);
                    return Directions.dot(painting.picture().values(), weights);
                },
                at,
                gradient,
                1e-2,
                1e-2);
    }

    @Test
    void aPaintingStaysBetweenBlackAndWhite() {
        Painting painting = new Painting(Parameterisation.PIXEL, 3, 4, 4, false, new SplittableRandom(1));
        for (int i = 0; i < painting.parameters().length; i++) {
            painting.parameters()[i] = i % 2 == 0 ? 1e6f : -1e6f;
        }
        for (float value : painting.picture().values()) {
            assertTrue(value >= 0 && value <= 1, "value " + value);
        }
    }

    @Test
    void roughnessHasTheGradientOfFiniteDifferences() throws Exception {
        Planes planes = new Planes(2, 5, 7, Directions.random(5, 70, 1));
        float[] taken = new float[70];
        TotalVariation.charge(planes, 1, taken);
        for (int i = 0; i < taken.length; i++) {
            taken[i] = -taken[i];
        }
        Directions.check(
                values -> TotalVariation.charge(planes.with(values), 0, new float[70]),
                planes.values(),
                taken,
                1e-3,
                1e-2);
    }

    @Test
    void aFlatPictureIsNotRough() {
        Planes flat = Planes.black(1, 6, 6);
        assertEquals(0, TotalVariation.charge(flat, 1, new float[36]), 1e-9);
    }
}
