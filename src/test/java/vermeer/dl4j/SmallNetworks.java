package vermeer.dl4j;

import java.util.List;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;

/** Networks of a few layers on pictures of 9 x 9 pixels and 3 channels. */
final class SmallNetworks {
    private SmallNetworks() {}

    /** A convolution to 4 channels of 7 x 7, the layers tested, and a softmax of 5 classes. */
    static Network layers(CNN2DFormat format, Layer... tested) {
        return Network.of(network(format, tested));
    }

    static MultiLayerNetwork network(CNN2DFormat format, Layer... tested) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(11)
                .activation(Activation.IDENTITY)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nIn(3)
                        .nOut(4)
                        .dataFormat(format)
                        .build());
        for (int i = 0; i < tested.length; i++) {
            tested[i].setLayerName("tested" + i);
            list.layer(tested[i]);
        }
        MultiLayerConfiguration settings = list.layer(new OutputLayer.Builder()
                        .nOut(5)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(9, 9, 3, format))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(settings);
        network.init();
        return network;
    }

    /** A convolution, then these layers. */
    static Network ending(Layer... last) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(11)
                .activation(Activation.IDENTITY)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nIn(3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build());
        for (Layer layer : last) {
            list.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(InputType.convolutional(9, 9, 3))
                .validateOutputLayerConfig(false)
                .build());
        network.init();
        return Network.of(network);
    }

    /** As {@link #graph}, with global pooling behind the vertex, which leaves this many channels. */
    static ComputationGraph pooled(int channels, GraphVertex vertex, String... reads) {
        GraphBuilder builder = start(CNN2DFormat.NCHW, reads)
                .addVertex("vertex", vertex, reads)
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "vertex")
                .addLayer(
                        "classes",
                        new OutputLayer.Builder()
                                .nIn(channels)
                                .nOut(5)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "pool")
                .setOutputs("classes");
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    private static GraphBuilder start(CNN2DFormat format, String... reads) {
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(12)
                .activation(Activation.TANH)
                .graphBuilder()
                .addInputs("picture");
        for (String read : new TreeSet<>(List.of(reads))) {
            ConvolutionLayer layer = new ConvolutionLayer.Builder(3, 3)
                    .nIn(3)
                    .nOut(4)
                    .dataFormat(format)
                    .build();
            builder.addLayer(read, layer, "picture");
        }
        return builder;
    }

    /** Convolutions of these names to 4 channels of 7 x 7, the vertex on them, and a softmax of 5 classes. */
    static ComputationGraph graph(CNN2DFormat format, GraphVertex vertex, String... reads) {
        GraphBuilder builder = start(format, reads);
        builder.addVertex("vertex", vertex, reads)
                .addLayer(
                        "classes",
                        new OutputLayer.Builder()
                                .nOut(5)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "vertex")
                .setOutputs("classes")
                .setInputTypes(InputType.convolutional(9, 9, 3, format));
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }
}
