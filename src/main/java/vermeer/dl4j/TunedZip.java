package vermeer.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.dl4j.Step.LayerStep;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.worker.TunedZipTask;

/**
 * Writes a network that was tuned as ONNX as a DL4J zip: the source is built again behind the guard, run once, so that the
 * conversion notes where each constant of the graph lies among the network's parameters, the trained weights are written
 * there, and DL4J's transfer learning puts the new head on. Whoever asked for the zip opens it again and compares it.
 */
final class TunedZip {
    private static final long SEED = 20_260_102;

    private final TunedZipTask task;
    private final Model source;
    private final Network network;
    private final GraphConverter converter;

    private TunedZip(TunedZipTask task, Model source, Network network, GraphConverter converter) {
        this.task = task;
        this.source = source;
        this.network = network;
        this.converter = converter;
    }

    /** @throws ConversionException where the source cannot hold what was trained, with the reason */
    static TunedZipTask.Written write(TunedZipTask task, Progress progress)
            throws ConversionException, CancelledException {
        OpenedModel opened = SourceFile.open(Path.of(task.source()), Path.of(task.folder()));
        Model source = Frozen.thawed(opened.source());
        Network network = Head.of(Network.of(source)).network();
        long[] item = opened.shapes().shape(task.size(), network.channelsLast());
        long[] shape = {1, item[0], item[1], item[2]};
        GraphConverter converter = new GraphConverter(network, shape);
        INDArray picture = RandomWeights.pictures(SEED, shape);
        new ForwardPass(network)
                .run(
                        picture,
                        (step, inputs, output) -> {
                            converter.add(step, inputs, output);
                            return output;
                        },
                        progress.part(0, 0.7));
        return new TunedZip(task, source, network, converter).write(progress.part(0.7, 1));
    }

    private TunedZipTask.Written write(Progress progress) throws ConversionException, CancelledException {
        Graph converted = converter.finish(Map.of());
        Map<String, Constant> tuned = tunedConstants();
        Set<String> changed = TrainedParameters.write(converted, converter, tuned, new LinkedHashSet<>(task.trained()));
        progress.checkCancelled();
        Model network = tuned(tuned, changed);
        progress.report(1, 2);
        Path zip = save(network);
        progress.report(2, 2);
        return new TunedZipTask.Written(zip.toString(), changed.size(), TunedNetwork.frozenLayers(network));
    }

    private Map<String, Constant> tunedConstants() throws ConversionException {
        try {
            return OnnxReader.read(Path.of(task.tuned())).constants();
        } catch (GraphException damaged) {
            throw new ConversionException(damaged.getMessage(), damaged);
        }
    }

    private Model tuned(Map<String, Constant> tuned, Set<String> changed) throws ConversionException {
        TunedNetwork made = new TunedNetwork(network, head(tuned), frozen(changed));
        try {
            return made.of(source);
        } catch (RuntimeException refused) {
            throw new ConversionException(
                    "DL4J cannot put the new head on this network: " + ForwardPass.sentence(refused) + ".", refused);
        }
    }

    /** The new head, where the old classifier was. */
    private TunedHead head(Map<String, Constant> tuned) throws ConversionException {
        Constant weights = tuned.get(task.headWeights());
        Constant bias = tuned.get(task.headBias());
        Optional<String> after = converter.output(task.features());
        if (after.isPresent()) {
            return new TunedHead(after.get(), Optional.empty(), task.averaged(), network.channelsLast(), weights, bias);
        }
        LayerStep replaced = converter
                .readerOf(task.features())
                .flatMap(this::step)
                .filter(LayerStep.class::isInstance)
                .map(LayerStep.class::cast)
                .orElseThrow(() -> new ConversionException("The new head reads '" + task.features()
                        + "', a value inside of a DL4J layer, so it cannot be put behind a layer."));
        return new TunedHead(
                replaced.inputs().get(0),
                Optional.of(replaced.preProcessor()),
                task.averaged(),
                network.channelsLast(),
                weights,
                bias);
    }

    /** The last steps in front of the cut. */
    private List<String> frozen(Set<String> changed) {
        Optional<Step> cut = converter
                .output(task.cut())
                .or(() -> converter.writer(task.cut()))
                .flatMap(this::step);
        if (cut.isEmpty()) {
            return List.of();
        }
        List<String> last = changed.contains(cut.get().name())
                ? cut.get().inputs()
                : List.of(cut.get().name());
        return last.stream().filter(name -> step(name).isPresent()).toList();
    }

    private Optional<Step> step(String name) {
        return network.steps().stream().filter(step -> step.name().equals(name)).findFirst();
    }

    private Path save(Model tuned) throws ConversionException {
        Path zip = Path.of(task.folder()).resolve(TunedZipTask.FILE);
        try {
            ModelSerializer.writeModel(tuned, zip.toFile(), false);
            try (FileSystem entries = FileSystems.newFileSystem(zip)) {
                // Line breaks inside a name would make two of one.
                String names = task.classes().stream()
                        .map(name -> name.replaceAll("\\R", " ") + "\n")
                        .collect(Collectors.joining());
                Files.writeString(entries.getPath("labels.txt"), names, StandardCharsets.UTF_8);
            }
            return zip;
        } catch (IOException full) {
            throw new ConversionException(
                    "The DL4J zip cannot be written to '" + task.folder() + "': " + full.getMessage() + ".", full);
        }
    }
}
