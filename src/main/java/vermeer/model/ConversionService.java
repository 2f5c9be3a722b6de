package vermeer.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.image.InputProfile;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;
import vermeer.worker.ConversionTask;
import vermeer.worker.Purpose;
import vermeer.worker.Worker;
import vermeer.worker.WorkerException;

/**
 * Turns DL4J and Keras models into ONNX files: a worker converts, this process compares the result with what DL4J computed,
 * and only graphs that agree are kept, under the SHA-256 of their source and the converter's version.
 */
public final class ConversionService {
    /** Changes whenever the converter writes other graphs than before, or compares them on other pictures. */
    static final int VERSION = 2;

    private static final Duration DEADLINE = Duration.ofMinutes(15);

    private final ConversionCache cache;
    private final Engine engine;

    /** @param folder where converted graphs are kept; made where it is missing */
    public ConversionService(Path folder, Engine engine) {
        this.cache = new ConversionCache(folder);
        this.engine = engine;
    }

    /**
     * Converts a file, or finds it converted before.
     *
     * @throws ModelException where the file is damaged, hostile, no image classifier, or the converted graph does not
     *     agree with its source
     */
    public ConvertedModel toOnnx(ConversionRequest request, Progress progress)
            throws ModelException, CancelledException {
        String size = request.height() > 0 ? "-" + request.height() + "x" + request.width() : "";
        String hash = Sha256.of(request.source())
                .orElseThrow(() -> new ModelException(
                        "There is no file '" + request.source() + "', or it cannot be read; check the path."));
        String key = hash + size;
        return convert(key, ConversionTask.CONVERT, request, progress);
    }

    /**
     * Converts a file, or finds it converted before. A network that leaves its input's size open takes it from the profile
     * beside the file.
     *
     * @throws ModelException as {@link #toOnnx(ConversionRequest, Progress)}
     */
    public ConvertedModel toOnnx(Path source, Progress progress) throws ModelException, CancelledException {
        Optional<InputProfile> profile = profileBeside(source);
        int height = profile.map(InputProfile::height).orElse(0);
        int width = profile.map(InputProfile::width).orElse(0);
        return toOnnx(new ConversionRequest(source, height, width, Optional.empty()), progress);
    }

    private static Optional<InputProfile> profileBeside(Path source) {
        Path beside = ProfileTexts.beside(source);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        try {
            InputProfile usual = InputProfile.imageNet(224, 224);
            return Optional.of(ProfileJson.read(beside, usual).profile());
        } catch (ProfileException e) {
            // Whoever opens the model reads this profile again and says what is wrong with it.
            return Optional.empty();
        }
    }

    /** A network of DL4J's zoo with random weights, the same ones every time. */
    public ConvertedModel zoo(String name, Progress progress) throws ModelException, CancelledException {
        if (!name.matches("\\w+")) {
            throw new ModelException("DL4J's zoo has no network '" + name + "'.");
        }
        return convert("zoo-" + name, ConversionTask.ZOO, ConversionRequest.of(Path.of(name)), progress);
    }

    private ConvertedModel convert(String key, String task, ConversionRequest request, Progress progress)
            throws ModelException, CancelledException {
        String name = key + "-v" + VERSION;
        Optional<ConvertedModel> before = cache.find(name);
        if (before.isPresent()) {
            progress.report(1, 1);
            return before.get();
        }
        Path folder = cache.workFolder();
        try {
            Conversion conversion = inWorker(task, request, folder, progress.part(0, 0.8));
            ParityReport parity = compare(conversion, progress.part(0.8, 1));
            if (!parity.passed()) {
                throw new ModelException(parity.failure().orElseThrow());
            }
            return cache.keep(name, Path.of(conversion.graph()), parity, conversion.notices());
        } finally {
            ConversionCache.delete(folder);
        }
    }

    private Conversion inWorker(String task, ConversionRequest request, Path folder, Progress progress)
            throws ModelException, CancelledException {
        boolean file = task.equals(ConversionTask.CONVERT);
        String source = file
                ? request.source().toAbsolutePath().toString()
                : request.source().toString();
        try (Worker worker = new Worker(Purpose.CONVERT)) {
            String photo = request.photo().isPresent() ? save(request.photo().get(), folder) : "";
            ConversionTask wanted =
                    new ConversionTask(source, folder.toString(), request.height(), request.width(), photo);
            return worker.call(task, wanted, Conversion.class, DEADLINE, progress);
        } catch (WorkerException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    private ParityReport compare(Conversion conversion, Progress progress) throws ModelException, CancelledException {
        try {
            return new Parity(engine).compare(OnnxReader.read(Path.of(conversion.graph())), conversion, progress);
        } catch (GraphException | EngineException e) {
            throw new ModelException("The converted graph cannot be run: " + e.getMessage(), e);
        }
    }

    private static String save(Tensor photo, Path folder) throws ModelException {
        Path file = folder.resolve("photo.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npy.write(photo, out);
            return file.toString();
        } catch (IOException e) {
            throw new ModelException("The folder '" + folder + "' cannot be written to: " + e.getMessage() + ".", e);
        }
    }

    /** Copies a converted graph to where the user wants it; a file of that name is replaced at once and whole. */
    public static void copy(ConvertedModel model, Path target) throws ModelException {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = null;
        try {
            temporary = Files.createTempFile(folder, ".vermeer", ".onnx");
            Files.copy(model.onnx(), temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (temporary != null) {
                temporary.toFile().delete();
            }
            throw new ModelException("The file '" + target + "' cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
