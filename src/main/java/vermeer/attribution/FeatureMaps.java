package vermeer.attribution;

import java.util.function.IntToDoubleFunction;
import vermeer.model.TokenGrid;
import vermeer.tensor.Tensor;

/**
 * The feature maps of one layer for one picture.
 *
 * @param values {@code [channels, rows, columns]}, row-major
 */
record FeatureMaps(int channels, int rows, int columns, float[] values) {

    /**
     * Picture {@code index} of a batch of inner values.
     *
     * @param batch {@code [n, channels, rows, columns]} or {@code [n, tokens, features]}
     */
    static FeatureMaps of(Tensor batch, int index, CamLayer layer) {
        float[] values = batch.slice(index, index + 1).data();
        return layer.grid()
                .map(grid -> ofTokens(values, batch.itemShape()[1], grid))
                .orElseGet(() -> new FeatureMaps(layer.channels(), layer.rows(), layer.columns(), values));
    }

    /** The number of places of one map. */
    int cells() {
        return rows * columns;
    }

    float at(int channel, int cell) {
        return values[channel * cells() + cell];
    }

    /** The mean of one map. */
    double mean(int channel) {
        double sum = 0;
        for (int cell = 0; cell < cells(); cell++) {
            sum += at(channel, cell);
        }
        return sum / cells();
    }

    /** All maps added up, each with its channel's weight; one value a place. */
    double[] weightedSum(IntToDoubleFunction weight) {
        double[] sum = new double[cells()];
        for (int channel = 0; channel < channels; channel++) {
            double factor = weight.applyAsDouble(channel);
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += factor * at(channel, cell);
            }
        }
        return sum;
    }

    private static FeatureMaps ofTokens(float[] tokens, int features, TokenGrid grid) {
        int cells = grid.rows() * grid.columns();
        float[] values = new float[features * cells];
        for (int cell = 0; cell < cells; cell++) {
            for (int feature = 0; feature < features; feature++) {
                values[feature * cells + cell] = tokens[(cell + grid.skipped()) * features + feature];
            }
        }
        return new FeatureMaps(features, grid.rows(), grid.columns(), values);
    }
}
