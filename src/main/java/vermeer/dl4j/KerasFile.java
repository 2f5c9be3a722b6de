package vermeer.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Opens Keras HDF5 files through DL4J's import. The native HDF5 parser is why this runs in a worker only. */
final class KerasFile {
    static final long MAX_BYTES = 4L << 30;
    private static final byte[] MAGIC = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private KerasFile() {}

    @FunctionalInterface
    private interface Import<T> {
        T of(ObjectNode settings)
                throws IOException, UnsupportedKerasConfigurationException, InvalidKerasConfigurationException,
                        ConversionException;
    }

    /** @throws ConversionException where the file is damaged, no Keras model, or has layers that DL4J cannot import */
    static OpenedModel open(Path file) throws ConversionException {
        return guarded(file, settings -> opened(file, settings));
    }

    /** The file's network as a DL4J graph; sequential models are graphs, too. */
    static ComputationGraph importGraph(Path file) throws ConversionException {
        return guarded(
                file,
                settings -> sequential(settings) ? layers(file, settings).toComputationGraph() : graph(file, settings));
    }

    private static <T> T guarded(Path file, Import<T> use) throws ConversionException {
        String name = file.getFileName().toString();
        checkHeader(file, name);
        try {
            ObjectNode settings = settings(file, name);
            KerasJson.mend(settings);
            return use.of(settings);
        } catch (UnsupportedKerasConfigurationException | InvalidKerasConfigurationException e) {
            throw new ConversionException(
                    "DL4J cannot import the Keras model '" + name + "': " + ForwardPass.sentence(e)
                            + "; export it to ONNX with tf2onnx and open that.",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new ConversionException(
                    "The Keras file '" + name + "' is damaged or of a version that DL4J cannot import: "
                            + ForwardPass.sentence(e) + "; export it to ONNX with tf2onnx and open that.",
                    e);
        }
    }

    private static void checkHeader(Path file, String name) throws ConversionException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new ConversionException("The file '" + name + "' is no HDF5 file, whatever its ending says.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ConversionException(
                        "The file '" + name + "' is longer than 4 GB; Vermeer does not open such models.");
            }
        } catch (IOException e) {
            throw new ConversionException("The file '" + name + "' cannot be read: " + e.getMessage() + ".", e);
        }
        Hdf5Header.check(file, name);
    }

    /** The model's settings, with the version and backend that DL4J's import looks for among them. */
    private static ObjectNode settings(Path file, String name) throws ConversionException, IOException {
        try (Hdf5Archive archive = new Hdf5Archive(file.toString())) {
            if (!archive.hasAttribute("model_config")) {
                throw new ConversionException("The file '" + name
                        + "' holds weights but no network; save the whole model with" + " model.save(\"model.h5\").");
            }
            ObjectMapper json = new ObjectMapper();
            JsonNode config = json.readTree(archive.readAttributeAsJson("model_config"));
            if (!(config instanceof ObjectNode settings)) {
                throw new ConversionException("The file '" + name + "' holds no Keras model.");
            }
            boolean versioned = archive.hasAttribute("keras_version");
            settings.put(
                    "keras_version",
                    versioned ? archive.readAttributeAsFixedLengthString("keras_version", 5) : "2.0.0");
            settings.put("backend", "tensorflow");
            return settings;
        } catch (UnsupportedKerasConfigurationException | RuntimeException e) {
            throw new ConversionException(
                    "The file '" + name + "' is a damaged or incomplete HDF5 file; copy or save it again.", e);
        }
    }

    private static OpenedModel opened(Path file, ObjectNode settings)
            throws IOException, UnsupportedKerasConfigurationException, InvalidKerasConfigurationException,
                    ConversionException {
        InputShapes shapes = KerasJson.shapes(settings);
        if (sequential(settings)) {
            MultiLayerNetwork layers = layers(file, settings);
            return new OpenedModel(layers, Network.of(layers), shapes, Optional.empty(), "Keras", List.of());
        }
        ComputationGraph graph = graph(file, settings);
        return new OpenedModel(graph, Network.of(graph), shapes, Optional.empty(), "Keras", List.of());
    }

    private static boolean sequential(ObjectNode settings) {
        return settings.path("class_name").asText().equals("Sequential");
    }

    private static ComputationGraph graph(Path file, ObjectNode settings)
            throws IOException, UnsupportedKerasConfigurationException, InvalidKerasConfigurationException {
        try (KerasModelBuilder builder = builder(new KerasModel().modelBuilder(), file, settings)) {
            return builder.buildModel().getComputationGraph();
        }
    }

    private static MultiLayerNetwork layers(Path file, ObjectNode settings)
            throws IOException, UnsupportedKerasConfigurationException, InvalidKerasConfigurationException {
        try (KerasModelBuilder builder = builder(new KerasSequentialModel().modelBuilder(), file, settings)) {
            return builder.buildSequential().getMultiLayerNetwork();
        }
    }

    private static KerasModelBuilder builder(KerasModelBuilder builder, Path file, ObjectNode settings)
            throws IOException {
        return builder.modelJson(settings.toString())
                .weightsHdf5Filename(file.toString())
                .enforceTrainingConfig(false);
    }
}
