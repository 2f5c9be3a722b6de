package vermeer.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Converted graphs, each with its parity report beside it; a graph without a report is not there. */
final class ConversionCache {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ConversionCache(Path folder) {
        this.folder = folder;
    }

    /** What is kept beside a graph. */
    record Entry(
            List<ParityReport.LayerError> layers,
            ParityReport.LayerError logits,
            double difference,
            List<String> notices) {}

    Optional<ConvertedModel> find(String name) {
        Path graph = folder.resolve(name + ".onnx");
        Path report = folder.resolve(name + ".json");
        if (!Files.isRegularFile(graph) || !Files.isRegularFile(report)) {
            return Optional.empty();
        }
        try {
            Entry entry = JSON.readValue(report.toFile(), Entry.class);
            ParityReport parity =
                    new ParityReport(entry.layers(), Optional.of(entry.logits()), entry.difference(), Optional.empty());
            return Optional.of(new ConvertedModel(graph, parity, entry.notices()));
        } catch (IOException | RuntimeException e) {
            // A report that cannot be read is as good as none: the model is converted again.
            return Optional.empty();
        }
    }

    ConvertedModel keep(String name, Path graph, ParityReport parity, List<String> notices) throws ModelException {
        Path kept = folder.resolve(name + ".onnx");
        try {
            Files.move(graph, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Entry entry = new Entry(parity.layers(), parity.logits().orElseThrow(), parity.difference(), notices);
            Path temporary = Files.createTempFile(folder, ".report", ".json");
            Files.write(temporary, JSON.writeValueAsBytes(entry));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Path report = folder.resolve(name + ".json");
            Files.move(temporary, report, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new ConvertedModel(kept, parity, notices);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** A new folder in the cache for a conversion; the caller deletes it. */
    Path workFolder() throws ModelException {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "converting-");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ModelException unwritable(IOException e) {
        return new ModelException("The cache folder '" + folder + "' cannot be written to: " + e.getMessage() + ".", e);
    }

    static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            tree.toFile().deleteOnExit();
        }
    }
}
