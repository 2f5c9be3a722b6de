package vermeer.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;

/** Opens DL4J zips, of both kinds of network, without DL4J's own reader. */
final class ZipModel {
    private ZipModel() {}

    /**
     * @param folder for the inflated weights; the caller's own
     * @throws ConversionException where the file is refused or damaged, with the reason
     */
    static OpenedModel open(Path zip, Path folder) throws ConversionException {
        ModelArchive archive = ZipGuard.read(zip, folder);
        ConfigurationGuard.Kind kind = new ConfigurationGuard().check(archive.configuration());
        try {
            return kind == ConfigurationGuard.Kind.GRAPH ? graph(archive) : layers(archive);
        } catch (RuntimeException e) {
            throw new ConversionException(
                    "DL4J cannot build the network of '" + zip.getFileName() + "': " + ForwardPass.sentence(e) + ".",
                    e);
        }
    }

    private static OpenedModel layers(ModelArchive archive) throws ConversionException {
        MultiLayerConfiguration settings = MultiLayerConfiguration.fromJson(archive.configuration());
        long count = ParameterCount.of(settings.getConfs());
        settings.setDataType(DataType.FLOAT);
        MultiLayerNetwork network = new MultiLayerNetwork(settings);
        network.init(Coefficients.read(archive.coefficients(), count), false);
        return new OpenedModel(
                network, Network.of(network), InputShapes.of(settings), archive.labels(), "DL4J", archive.notices());
    }

    private static OpenedModel graph(ModelArchive archive) throws ConversionException {
        ComputationGraphConfiguration settings = ComputationGraphConfiguration.fromJson(archive.configuration());
        long count = ParameterCount.of(configurations(settings.getVertices().values()));
        settings.setDataType(DataType.FLOAT);
        ComputationGraph graph = new ComputationGraph(settings);
        graph.init(Coefficients.read(archive.coefficients(), count), false);
        return new OpenedModel(
                graph, Network.of(graph), InputShapes.of(settings), archive.labels(), "DL4J", archive.notices());
    }

    private static List<NeuralNetConfiguration> configurations(Collection<GraphVertex> vertices) {
        List<NeuralNetConfiguration> configurations = new ArrayList<>();
        for (GraphVertex vertex : vertices) {
            if (Frozen.unwrap(vertex) instanceof LayerVertex layer) {
                configurations.add(layer.getLayerConf());
            }
        }
        return configurations;
    }
}
