package vermeer.graph.prepare;

import java.util.Optional;
import vermeer.graph.Graph;

/**
 * A layer that a batch normalisation was merged into, by the names of its constants before and after, so that the two can be
 * taken apart again: {@code merged = weights x f} and {@code mergedBias = (bias - mean) x f + shift} with
 * {@code f = scale / sqrt(variance + epsilon)}, for each output channel.
 *
 * @param weights of the layer before
 * @param bias of the layer before; empty where it had none
 * @param scale the normalisation's
 * @param shift the normalisation's
 * @param mean the normalisation's
 * @param variance the normalisation's
 * @param epsilon the normalisation's
 * @param outputsFirst whether the weights' first axis is the output channel; the last one where not
 * @param mergedWeights of the layer after
 * @param mergedBias of the layer after
 */
public record MergedLayer(
        String weights,
        Optional<String> bias,
        String scale,
        String shift,
        String mean,
        String variance,
        float epsilon,
        boolean outputsFirst,
        String mergedWeights,
        String mergedBias) {
    /** Below this factor weights would have to be so large that the channel could hardly be trained on; see {@link #apart}. */
    private static final double FAINT = 1e-4;

    /**
     * A layer and its normalisation that together compute what a merged layer does. Variance and the layer's own bias stay
     * as they were.
     *
     * @param weights shaped as the merged ones
     * @param scale by output channel
     * @param shift by output channel
     * @param mean by output channel
     */
    public record Apart(float[] weights, float[] scale, float[] shift, float[] mean) {}

    /**
     * Takes changed weights apart again. The normalisation's scale stays, the shift takes up what the bias has changed by; a
     * channel that the old scale all but switched off gets a scale that makes the factor 1.
     *
     * @param graph as it was before merging
     * @param changedWeights the merged layer's, row-major
     * @param changedBias the merged layer's
     * @param affine whether the normalisation's scale and shift may change; where not, the mean takes up the bias
     */
    public Apart apart(Graph graph, float[] changedWeights, float[] changedBias, boolean affine) {
        int channels = changedBias.length;
        float[] newScale = values(graph, scale);
        float[] newShift = values(graph, shift);
        float[] newMean = values(graph, mean);
        float[] variances = values(graph, variance);
        float[] ownBias = bias.map(name -> values(graph, name)).orElseGet(() -> new float[channels]);
        double[] factors = new double[channels];
        for (int i = 0; i < channels; i++) {
            double deviation = Math.sqrt((double) variances[i] + epsilon);
            if (affine && Math.abs(newScale[i] / deviation) < FAINT) {
                newScale[i] = (float) deviation;
            }
            factors[i] = newScale[i] / deviation;
            if (affine) {
                newShift[i] = (float) (changedBias[i] - ((double) ownBias[i] - newMean[i]) * factors[i]);
            } else {
                newMean[i] = (float) (ownBias[i] - ((double) changedBias[i] - newShift[i]) / factors[i]);
            }
        }
        float[] newWeights = new float[changedWeights.length];
        int each = newWeights.length / channels;
        for (int i = 0; i < newWeights.length; i++) {
            newWeights[i] = (float) (changedWeights[i] / factors[outputsFirst ? i / each : i % channels]);
        }
        return new Apart(newWeights, newScale, newShift, newMean);
    }

    private static float[] values(Graph graph, String constant) {
        return graph.constants().get(constant).toFloats();
    }
}
