package vermeer.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import vermeer.graph.Constant;

/**
 * The new classifier as DL4J layers: a dense layer with softmax and cross-entropy, on features that are averaged first where
 * they have rows and columns.
 *
 * @param after the step whose output it reads
 * @param preProcessor what flattens that output first, taken over from the layer that is replaced
 * @param averaged whether the features are averaged over rows and columns
 * @param channelsLast whether they are held channels last
 * @param weights {@code [inputs, classes]}
 * @param bias {@code [classes]}
 */
record TunedHead(
        String after,
        Optional<InputPreProcessor> preProcessor,
        boolean averaged,
        boolean channelsLast,
        Constant weights,
        Constant bias) {
    private static final String NAME = "tuned_head";

    /** The layers in order; the first one reads {@link #after()} through the preprocessor. */
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        if (averaged) {
            GlobalPoolingLayer pooling = new GlobalPoolingLayer.Builder(PoolingType.AVG)
                    .poolingDimensions(channelsLast ? new int[] {1, 2} : new int[] {2, 3})
                    .build();
            pooling.setLayerName("tuned_pooled");
            layers.add(pooling);
        }
        OutputLayer output = new OutputLayer.Builder(new LossMCXENT())
                .nIn(weights.shape()[0])
                .nOut(weights.shape()[1])
                .activation(Activation.SOFTMAX)
                .build();
        output.setLayerName(NAME);
        layers.add(output);
        return layers;
    }

    /** Writes weights and bias into the output layer. */
    void fill(org.deeplearning4j.nn.api.Layer output) {
        Map<String, INDArray> parameters = output.paramTable();
        assign(parameters.get(DefaultParamInitializer.WEIGHT_KEY), weights.toFloats());
        assign(parameters.get(DefaultParamInitializer.BIAS_KEY), bias.toFloats());
    }

    /** Writes row-major values into a view of parameters. */
    static void assign(INDArray view, float[] values) {
        view.assign(Nd4j.createFromArray(values).reshape('c', view.shape()));
    }
}
