package vermeer.dl4j;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Makes {@code sample-models/mobilenet_v2.zip} from a Keras file: {@code SampleZip KERAS.h5 CLASSES.csv TARGET.zip}. Batch
 * normalisation is kept, so that the network can be tuned; a trainer's state is not.
 */
public final class SampleZip {
    private SampleZip() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[2]);
        ComputationGraph graph = KerasFile.importGraph(Path.of(arguments[0]));
        ModelSerializer.writeModel(graph, target.toFile(), false);
        try (FileSystem zip = FileSystems.newFileSystem(target)) {
            Files.writeString(zip.getPath("labels.txt"), labels(Path.of(arguments[1])), StandardCharsets.UTF_8);
        }
    }

    /** The third column of the class list, one name a line. */
    private static String labels(Path csv) throws java.io.IOException {
        StringBuilder labels = new StringBuilder();
        for (String line : Files.readAllLines(csv)) {
            if (Character.isDigit(line.charAt(0))) {
                String name = line.split(",", 3)[2];
                labels.append(name.replace("\"", "").strip()).append('\n');
            }
        }
        return labels.toString();
    }
}
