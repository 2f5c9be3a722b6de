package vermeer.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Reads DL4J zips and Keras HDF5 files by converting them to ONNX in a worker. */
public final class ConvertedModelReader implements ModelReader {
    private final ConversionService conversions;

    public ConvertedModelReader(ConversionService conversions) {
        this.conversions = conversions;
    }

    @Override
    public Set<ModelFormat> formats() {
        return Set.of(ModelFormat.DL4J, ModelFormat.KERAS_HDF5);
    }

    @Override
    public ReadModel read(Path file, Progress progress) throws ModelException, CancelledException {
        Optional<InputProfile> profile = profileBeside(file);
        ConversionRequest request = new ConversionRequest(
                file,
                profile.map(InputProfile::height).orElse(0),
                profile.map(InputProfile::width).orElse(0),
                Optional.empty());
        ConvertedModel model = conversions.toOnnx(request, progress);
        try {
            List<String> notices = new ArrayList<>(model.notices());
            notices.add(String.format(
                    java.util.Locale.ROOT,
                    "Converted to ONNX; its %d layers agree with DL4J's to %.1g of each layer's largest value.",
                    model.parity().layers().size(),
                    model.parity().worst()));
            return new ReadModel(OnnxReader.read(model.onnx()), notices);
        } catch (GraphException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /** A network that leaves its input's size open takes it from the profile beside the file. */
    private static Optional<InputProfile> profileBeside(Path file) {
        Path beside = ProfileTexts.beside(file);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ProfileJson.read(beside, InputProfile.imageNet(224, 224)).profile());
        } catch (ProfileException e) {
            // Whoever opens the model reads this profile again and says what is wrong with it.
            return Optional.empty();
        }
    }
}
