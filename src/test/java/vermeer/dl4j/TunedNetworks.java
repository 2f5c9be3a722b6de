package vermeer.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import vermeer.job.Progress;

/** Networks of DL4J for pictures of 16 x 16 pixels, small but with all that a tuned one must keep. */
public final class TunedNetworks {
    private static final int SIDE = 16;

    private TunedNetworks() {}

    /** Writes {@link #graph} with weights that are not neutral. */
    public static Path savedGraph(Path file) throws Exception {
        return save(graph(CNN2DFormat.NCHW), file);
    }

    /** A stem, a residual block of depthwise and 1x1 convolutions with batch normalisation, pooling, and five classes. */
    static ComputationGraph graph(CNN2DFormat format) {
        var builder = new NeuralNetConfiguration.Builder()
                .seed(5)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs("picture")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, 3, format));
        builder.addLayer("stem", convolution(8, 3, 2, format, false), "picture")
                .addLayer("stem_bn", normalisation(false), "stem")
                .addLayer("stem_relu", new ActivationLayer(Activation.RELU6), "stem_bn")
                .addLayer(
                        "deep",
                        new DepthwiseConvolution2D.Builder(3, 3)
                                .depthMultiplier(1)
                                .nOut(8)
                                .hasBias(false)
                                .dataFormat(format)
                                .build(),
                        "stem_relu")
                .addLayer("deep_bn", normalisation(false), "deep")
                .addLayer("deep_relu", new ActivationLayer(Activation.RELU6), "deep_bn")
                .addLayer("point", convolution(8, 1, 1, format, true), "deep_relu")
                .addLayer("point_bn", normalisation(true), "point")
                .addVertex("block", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem_relu", "point_bn")
                .addLayer("last", convolution(12, 3, 2, format, true), "block")
                .addLayer("last_relu", new ActivationLayer(Activation.RELU), "last")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "last_relu")
                .addLayer("drop", new DropoutLayer(0.8), "pool")
                .addLayer("classes", output(), "drop")
                .setOutputs("classes");
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    /** Convolutions, a dense layer with batch normalisation on the flattened picture, and five classes. */
    static MultiLayerNetwork layers() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(6)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .list()
                .layer(convolution(6, 3, 2, CNN2DFormat.NCHW, true))
                .layer(convolution(4, 3, 2, CNN2DFormat.NCHW, true))
                .layer(new DenseLayer.Builder()
                        .nOut(10)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(normalisation(false))
                .layer(new ActivationLayer(Activation.RELU))
                .layer(output())
                .setInputType(InputType.convolutional(SIDE, SIDE, 3))
                .build());
        network.init();
        return network;
    }

    /** Convolutions only: the classifier is one too, and its scores are averaged. */
    static MultiLayerNetwork convolutional() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(convolution(8, 3, 2, CNN2DFormat.NCHW, true))
                .layer(new ActivationLayer(Activation.RELU))
                .layer(convolution(5, 1, 1, CNN2DFormat.NCHW, true))
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new org.deeplearning4j.nn.conf.layers.LossLayer.Builder()
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(SIDE, SIDE, 3))
                .build());
        network.init();
        return network;
    }

    private static ConvolutionLayer convolution(int out, int kernel, int stride, CNN2DFormat format, boolean bias) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(out)
                .stride(stride, stride)
                .hasBias(bias)
                .dataFormat(format)
                .build();
    }

    private static BatchNormalization normalisation(boolean locked) {
        return new BatchNormalization.Builder().lockGammaBeta(locked).build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder().nOut(5).activation(Activation.SOFTMAX).build();
    }

    /** Gives a network weights and statistics that are not neutral, and saves it as DL4J does. */
    static Path save(Model model, Path file) throws Exception {
        Network network = Network.of(model);
        long[] shape = network.channelsLast() ? new long[] {8, SIDE, SIDE, 3} : new long[] {8, 3, SIDE, SIDE};
        RandomWeights.settle(network, RandomWeights.pictures(3, shape), 4, Progress.none());
        return write(model, file);
    }

    static Path write(Model model, Path file) throws IOException {
        ModelSerializer.writeModel(model, file.toFile(), false);
        return file;
    }
}
