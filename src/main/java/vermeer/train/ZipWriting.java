package vermeer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.cache.DiskCache;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.file.TemporaryFolder;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.FormatSniffer;
import vermeer.model.ModelException;
import vermeer.model.ModelFormat;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.HeadGraph;
import vermeer.train.cut.NewHead;
import vermeer.worker.Purpose;
import vermeer.worker.TunedZipTask;
import vermeer.worker.Worker;
import vermeer.worker.WorkerException;

/**
 * Writes a tuned network as a DL4J zip, too, where its source is one that DL4J reads. The zip is made beside its place, opened
 * as any other file is, compared with the tuned graph on photos, and moved to its place only where the two agree.
 */
record ZipWriting(Engine engine, DiskCache cache) {
    /** The largest difference of a probability between zip and ONNX. */
    static final double TOLERANCE = 1e-4;

    private static final Duration DEADLINE = Duration.ofMinutes(15);

    /** Whether DL4J reads the file that a model was opened from. */
    static boolean applies(OpenModel model) {
        try {
            ModelFormat format = FormatSniffer.sniff(model.file());
            return format == ModelFormat.DL4J || format == ModelFormat.KERAS_HDF5;
        } catch (ModelException gone) {
            return false;
        }
    }

    /**
     * @param backbone of the network that was tuned
     * @param tuned the joined graph, from the input to probabilities
     * @param trained the names of the weights that were trained besides the head's
     */
    ZipOutcome write(
            OpenModel model,
            Backbone backbone,
            Graph tuned,
            List<String> trained,
            RunFolder folder,
            CheckPhotos photos,
            Progress progress)
            throws CancelledException {
        try (TemporaryFolder scratch = TemporaryFolder.in(folder.path(), ".zip-")) {
            Files.deleteIfExists(folder.zip());
            Path onnx = scratch.path().resolve("tuned.onnx");
            OnnxWriter.write(tuned, onnx);
            TunedZipTask task = task(model, backbone, onnx, trained, photos, scratch.path());
            TunedZipTask.Written written = inWorker(task, progress.part(0, 0.5));
            // The size that the conversion asks for where the network leaves it open.
            AtomicFile.write(
                    Path.of(written.file()).resolveSibling(folder.profile().getFileName()),
                    photos.plan().model().profile());
            return checked(Path.of(written.file()), written, tuned, folder, photos, progress.part(0.5, 1));
        } catch (WorkerException | ModelException | EngineException | GraphException | FileException failed) {
            return new ZipOutcome.Refused("There is no DL4J zip of the tuned network: " + failed.getMessage());
        } catch (IOException failed) {
            return new ZipOutcome.Refused("There is no DL4J zip of the tuned network: '" + folder.path()
                    + "' cannot be written to; check the disk.");
        }
    }

    private static TunedZipTask task(
            OpenModel model, Backbone backbone, Path onnx, List<String> trained, CheckPhotos photos, Path scratch)
            throws IOException {
        return new TunedZipTask(
                model.file().toAbsolutePath().toString(),
                onnx.toString(),
                trained,
                NewHead.WEIGHTS,
                NewHead.BIAS,
                photos.plan().cut().value(),
                backbone.classified(),
                backbone.averaged(),
                photos.plan().classes(),
                photos.profile().height(),
                photos.profile().width(),
                Files.createDirectory(scratch.resolve("zip")).toString());
    }

    private static TunedZipTask.Written inWorker(TunedZipTask task, Progress progress)
            throws WorkerException, CancelledException {
        try (Worker worker = new Worker(Purpose.CONVERT)) {
            return worker.call(TunedZipTask.WRITE, task, TunedZipTask.Written.class, DEADLINE, progress);
        }
    }

    private ZipOutcome checked(
            Path zip,
            TunedZipTask.Written written,
            Graph tuned,
            RunFolder folder,
            CheckPhotos photos,
            Progress progress)
            throws ModelException, EngineException, FileException, IOException, CancelledException {
        Models models = Models.ofEveryFormat(engine, cache, List.of());
        int compared = 0;
        double largest = 0;
        try (OpenModel opened = models.open(zip, photos.profile(), progress.part(0, 0.8));
                Session session = engine.open(tuned)) {
            for (String key : photos.keys()) {
                Optional<Tensor> input = photos.input(key, progress);
                if (input.isPresent()) {
                    double difference = difference(opened, session, input.get(), progress);
                    if (!(difference <= TOLERANCE)) {
                        return refused(difference);
                    }
                    largest = Math.max(largest, difference);
                    compared++;
                }
            }
        }
        if (compared == 0) {
            return new ZipOutcome.Refused(
                    "There is no DL4J zip of the tuned network: none of its photos can be read any"
                            + " more, so it cannot be checked.");
        }
        keep(zip, folder, photos);
        return new ZipOutcome.Written(folder.zip(), compared, largest, written.layers(), written.frozen());
    }

    private static ZipOutcome refused(double difference) {
        return new ZipOutcome.Refused("There is no DL4J zip of the tuned network: written back to DL4J, it answers"
                + (Double.isInfinite(difference)
                        ? " with another class than the ONNX file"
                        : " with probabilities that differ by " + difference + " from the ONNX file's")
                + "; please report this network.");
    }

    /** The largest difference of a probability; infinite where the two name another class. */
    private static double difference(OpenModel zip, Session tuned, Tensor input, Progress progress)
            throws EngineException, CancelledException {
        float[] found =
                zip.head().probabilities(zip.scores().logits(input, progress)).data();
        String name = tuned.graph().inputs().get(0).name();
        float[] expected = tuned.run(Map.of(name, input), List.of(HeadGraph.PROBABILITIES), progress)
                .get(HeadGraph.PROBABILITIES)
                .data();
        double largest =
                found.length == expected.length && first(found) == first(expected) ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < expected.length && Double.isFinite(largest); i++) {
            double difference = Math.abs(found[i] - expected[i]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }

    private static int first(float[] probabilities) {
        int first = 0;
        for (int i = 1; i < probabilities.length; i++) {
            first = probabilities[i] > probabilities[first] ? i : first;
        }
        return first;
    }

    private static void keep(Path zip, RunFolder folder, CheckPhotos photos) throws FileException, IOException {
        AtomicFile.write(folder.profile(), photos.plan().model().profile());
        try (var channel = java.nio.channels.FileChannel.open(zip, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(zip, folder.zip(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
