package vermeer.evaluation;

import vermeer.tensor.Tensor;

/** Features divided by their length: what a picture shows rather than how strongly. */
final class Directions {
    private Directions() {}

    /** @param features {@code [n, inputs]} */
    static float[][] of(Tensor features) {
        float[][] rows = new float[features.batch()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = of(features, i);
        }
        return rows;
    }

    /** One row; a row of zeros stays as it is. */
    static float[] of(Tensor features, int row) {
        int inputs = features.itemSize();
        double squares = 0;
        for (int i = 0; i < inputs; i++) {
            double value = features.data()[row * inputs + i];
            squares += value * value;
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        float[] direction = new float[inputs];
        for (int i = 0; i < inputs; i++) {
            direction[i] = (float) (features.data()[row * inputs + i] / length);
        }
        return direction;
    }

    static double squaredDistance(float[] a, float[] b) {
        // Float lanes are summed by the compiler's vectors only where there are several sums.
        float even = 0;
        float odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            float first = a[i] - b[i];
            float second = a[i + 1] - b[i + 1];
            even += first * first;
            odd += second * second;
        }
        if (i < a.length) {
            even += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return even + odd;
    }
}
