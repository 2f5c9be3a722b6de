package vermeer.dl4j;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.dl4j.Step.LayerStep;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;
import vermeer.worker.Conversion.LayerOutput;

/** Writes a network as an ONNX file, with what DL4J computes at every layer beside it. */
final class Export {
    private final Network network;
    private final Path folder;
    private final GraphConverter converter;
    private final List<LayerOutput> layers = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    private LayerOutput logits;

    private Export(Network network, Path folder, INDArray batch) {
        this.network = network;
        this.folder = folder;
        this.converter = new GraphConverter(network, batch.shape());
    }

    /**
     * @param batch pictures in the source's layout, at least two and unlike
     * @param metadata the graph's key-value texts
     * @param folder an empty folder of the caller's
     */
    static Conversion write(
            Network network,
            INDArray batch,
            Map<String, String> metadata,
            List<String> notices,
            Path folder,
            Progress progress)
            throws ConversionException, CancelledException {
        Head head = Head.of(network);
        Export export = new Export(head.network(), folder, batch);
        List<String> all = new ArrayList<>(notices);
        head.notice().ifPresent(all::add);
        try {
            String input = export.save("input", batch.dup('c'));
            new ForwardPass(head.network()).run(batch, export::step, progress);
            Graph graph = export.converter.finish(metadata);
            OnnxWriter.write(graph, folder.resolve("model.onnx"));
            return new Conversion(folder.resolve("model.onnx").toString(), input, export.layers, export.logits, all);
        } catch (IOException e) {
            throw new ConversionException(
                    "The conversion cannot write to '" + folder + "': " + e.getMessage() + ".", e);
        } catch (GraphException e) {
            throw new ConversionException(e.getMessage(), e);
        }
    }

    private INDArray step(Step step, List<INDArray> inputs, INDArray output) throws ConversionException {
        Value value = converter.add(step, inputs, output);
        try {
            if (written.add(value.name())) {
                layers.add(evidence(step, value.name(), "layer" + layers.size(), output, value.moved()));
            }
            if (step.name().equals(network.output())) {
                saveLogits(step, inputs, output);
            }
        } catch (IOException e) {
            throw new ConversionException(
                    "The conversion cannot write to '" + folder + "': " + e.getMessage() + ".", e);
        }
        return output;
    }

    private void saveLogits(Step step, List<INDArray> inputs, INDArray output) throws ConversionException, IOException {
        INDArray scores = step instanceof LayerStep layer ? preActivation(layer, inputs) : output;
        logits = evidence(step, converter.logits(), "logits", scores, false);
    }

    private LayerOutput evidence(Step step, String value, String name, INDArray output, boolean moved)
            throws IOException {
        INDArray ordered = (moved ? output.permute(0, 3, 1, 2) : output)
                .castTo(DataType.FLOAT)
                .dup('c');
        List<Long> shape = Arrays.stream(ordered.shape()).skip(1).boxed().toList();
        return new LayerOutput(step.name(), step.kind(), value, shape, save(name, ordered));
    }

    /** What the layer gives before its activation function. */
    static INDArray preActivation(LayerStep step, List<INDArray> inputs) throws ConversionException {
        if (!(step.settings() instanceof BaseLayer settings)) {
            return ForwardPass.preProcessed(step, inputs.get(0).dup('c')).dup('c');
        }
        IActivation function = settings.getActivationFn();
        settings.setActivationFn(new ActivationIdentity());
        try {
            return ForwardPass.compute(step, inputs);
        } finally {
            settings.setActivationFn(function);
        }
    }

    private String save(String name, INDArray rowMajor) throws IOException {
        int[] shape = Arrays.stream(rowMajor.shape()).mapToInt(Math::toIntExact).toArray();
        Path file = folder.resolve(name + ".npy");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            Npy.write(new Tensor(shape, rowMajor.data().asFloat()), out);
        }
        return file.toString();
    }
}
