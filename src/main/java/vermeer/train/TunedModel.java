package vermeer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.evaluation.AnswerChoices;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.HeadGraph;
import vermeer.train.loop.TrainedWeights;

/** The frozen part, the trained tail and the new head as one ONNX file, with all that a reader needs to know inside. */
public final class TunedModel {
    /** The metadata key of the training record, JSON. */
    public static final String RECORD = "vermeer.training";

    private static final String PROFILE = "vermeer.profile";
    private static final String CLASSES = "vermeer.classes";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TunedModel() {}

    /**
     * The joined graph, from the input to probabilities.
     *
     * @param zip what came of a DL4J zip of the same network, for the training record
     */
    public static Graph joined(Backbone backbone, RunPlan plan, TrainedWeights trained, Optional<ZipOutcome> zip)
            throws TrainingException {
        Graph graph = HeadGraph.joined(backbone.graph(), trained.weights(), trained.head());
        Map<String, String> metadata = new LinkedHashMap<>(graph.metadata());
        metadata.put(PROFILE, plan.model().profile());
        try {
            metadata.put(CLASSES, JSON.writeValueAsString(plan.classes()));
        } catch (JsonProcessingException never) {
            throw new TrainingException("The class names cannot be written.", never);
        }
        if (plan.answers() != null && !plan.answers().isEmpty()) {
            metadata.put(AnswerChoices.KEY, plan.answers());
        }
        metadata.put(RECORD, record(plan, trained, zip).toString());
        return graph.withMetadata(metadata);
    }

    /** Writes the joined graph. */
    static void write(Graph joined, Path file) throws TrainingException {
        try {
            OnnxWriter.write(joined, file);
        } catch (GraphException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    /** What was trained, on what, and how. */
    static ObjectNode record(RunPlan plan, TrainedWeights trained, Optional<ZipOutcome> zip) {
        ObjectNode record = JSON.createObjectNode();
        record.put("source", plan.model().name());
        record.put("sourceSha256", plan.model().sha256());
        record.put("cut", plan.cut().name());
        record.put("trainedParameters", plan.cut().parameters());
        record.put("epoch", trained.epoch());
        record.put("epochs", trained.epochs());
        record.put("correctedForBalancing", plan.shifts().stream().anyMatch(shift -> shift != 0));
        record.set("settings", JSON.valueToTree(plan.settings()));
        ObjectNode pictures = record.putObject("pictures");
        pictures.put("train", plan.rows().train().size());
        pictures.put("train-dev", plan.rows().trainDev().size());
        pictures.put("dev", plan.rows().dev().size());
        zip.ifPresent(outcome -> record.set("zip", outcome.json()));
        record.put("written", Instant.now().toString());
        return record;
    }
}
