package vermeer.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.tensor.Npy;
import vermeer.tensor.NpyException;
import vermeer.tensor.Tensor;

/**
 * What a network was trained on, kept beside its file: {@value #VALUES} has the thresholds and the names of the training
 * pictures, {@value #DIRECTIONS} their features, each of length 1.
 */
public final class DomainFile {
    /** Thresholds and names. */
    public static final String VALUES = "domain.json";
    /** Features, {@code [pictures, inputs]}. */
    public static final String DIRECTIONS = "domain.npy";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_PICTURES = 5000;

    private DomainFile() {}

    /**
     * The domain of an evaluation: train's features, thresholds from dev. Of very many training pictures, evenly spread ones.
     *
     * @return empty where there are no features, or nothing in train or dev
     */
    public static Optional<Domain> of(Evaluation evaluation) {
        Optional<EvaluatedPart> train = evaluation.part(Split.TRAIN);
        Optional<EvaluatedPart> dev = evaluation.part(Split.DEV);
        if (evaluation.answers().features().isEmpty() || train.isEmpty() || dev.isEmpty()) {
            return Optional.empty();
        }
        int[] members = train.get().members();
        int kept = Math.min(members.length, MOST_PICTURES);
        int[] spread = new int[kept];
        for (int i = 0; i < kept; i++) {
            spread[i] = members[(int) ((long) i * members.length / kept)];
        }
        Answers learnt = evaluation.answers().subset(spread);
        Answers judged = evaluation.answers().subset(dev.get().members());
        return Optional.of(Domain.of(
                learnt.pictures().stream().map(LabelledPicture::key).toList(),
                learnt.features().orElseThrow(),
                judged.features().orElseThrow(),
                judged.predictions().logits()));
    }

    /**
     * Writes both files.
     *
     * @param temperature what the logits of the network beside it are divided by, 1 where they are as they were
     * @param pictures the folder that names start from, where it may be told; else empty
     */
    public static void write(Domain domain, double temperature, Optional<Path> pictures, Path folder)
            throws FileException {
        ObjectNode node = JSON.createObjectNode()
                .put("k", domain.k())
                .put("farthest", domain.farthest())
                .put("highestEnergy", domain.highestEnergy())
                .put("temperature", temperature);
        pictures.ifPresent(path -> node.put("folder", path.toString()));
        domain.training().forEach(node.putArray("training")::add);
        int inputs = domain.directions()[0].length;
        Tensor directions = Tensor.zeros(domain.directions().length, inputs);
        for (int i = 0; i < domain.directions().length; i++) {
            System.arraycopy(domain.directions()[i], 0, directions.data(), i * inputs, inputs);
        }
        AtomicFile.write(folder.resolve(DIRECTIONS), out -> Npy.write(directions, out));
        AtomicFile.write(folder.resolve(VALUES), node.toPrettyString() + "\n");
    }

    /**
     * A domain that was kept.
     *
     * @param temperature what the network's logits were divided by after the thresholds were learnt
     * @param pictures the folder that names start from; empty where it was not told
     */
    public record Kept(Domain domain, double temperature, Optional<Path> pictures) {

        /** Judges a picture by its features and the logits of the network beside the file. */
        public Domain.Judgement judge(Tensor features, int row, double[] logits, int shown) {
            double[] plain = new double[logits.length];
            for (int k = 0; k < plain.length; k++) {
                plain[k] = logits[k] * temperature;
            }
            return domain.judge(features, row, plain, shown);
        }
    }

    /**
     * Reads what is kept in a folder.
     *
     * @return empty where nothing is
     * @throws IOException where it is damaged; the message is a sentence for the user
     */
    public static Optional<Kept> read(Path folder) throws IOException {
        Path values = folder.resolve(VALUES);
        if (!Files.isRegularFile(values) || !Files.isRegularFile(folder.resolve(DIRECTIONS))) {
            return Optional.empty();
        }
        String damaged = "'" + values + "' is damaged; judge the network again to write it anew.";
        try {
            if (Files.size(values) > MOST_BYTES) {
                throw new IOException(damaged);
            }
            JsonNode node = JSON.readTree(values.toFile());
            Tensor directions = Npy.read(folder.resolve(DIRECTIONS));
            List<String> training = new ArrayList<>();
            node.path("training").forEach(name -> training.add(name.asText()));
            int k = node.path("k").asInt();
            if (directions.shape().length != 2
                    || directions.batch() != training.size()
                    || k < 1
                    || k > training.size()
                    || !(node.path("temperature").asDouble() > 0)) {
                throw new IOException(damaged);
            }
            float[][] rows = new float[directions.batch()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = directions.item(i).data();
            }
            Domain domain = new Domain(
                    training,
                    rows,
                    k,
                    node.path("farthest").asDouble(),
                    node.path("highestEnergy").asDouble());
            Optional<Path> pictures =
                    node.has("folder") ? Optional.of(Path.of(node.get("folder").asText())) : Optional.empty();
            return Optional.of(new Kept(domain, node.path("temperature").asDouble(), pictures));
        } catch (NpyException | com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IOException(damaged, broken);
        }
    }
}
