package vermeer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/** What a run came to, as {@code summary.json} says it. */
public final class RunSummary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunSummary() {}

    /** Makes the summary and writes it into the run's folder. */
    public static ObjectNode write(RunFolder folder, RunOutcome outcome, JoinCheck check, double seconds)
            throws TrainingException {
        ObjectNode summary = of(folder, outcome, check, seconds);
        try {
            AtomicFile.write(
                    folder.summary(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
        } catch (FileException | JsonProcessingException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
        return summary;
    }

    /** @param seconds from the opened model to the saved one */
    public static ObjectNode of(RunFolder folder, RunOutcome outcome, JoinCheck check, double seconds)
            throws TrainingException {
        RunPlan plan = folder.readPlan();
        ObjectNode summary = JSON.createObjectNode()
                .put("event", "summary")
                .put("model", folder.model().toString())
                .put("source", plan.model().name())
                .put("cut", plan.cut().name())
                .put("parameters", plan.cut().parameters())
                .put("ended", outcome.reason())
                .put("sentence", outcome.sentence())
                .put("epochs", outcome.epochs())
                .put("bestEpoch", outcome.bestEpoch())
                .put("seconds", seconds);
        summary.set("classes", JSON.valueToTree(plan.classes()));
        summary.set("settings", JSON.valueToTree(plan.settings()));
        ObjectNode splits = summary.putObject("splits");
        new TreeMap<>(check.predictions()).forEach((split, predictions) -> {
            double loss = 0;
            for (int i = 0; i < predictions.size(); i++) {
                loss += predictions.loss(i);
            }
            splits.putObject(split.text())
                    .put("pictures", predictions.size())
                    .put("errors", predictions.errors())
                    .put("error", (double) predictions.errors() / predictions.size())
                    .put("accuracy", 1 - (double) predictions.errors() / predictions.size())
                    .put("loss", loss / predictions.size());
        });
        check.zip().ifPresent(zip -> summary.set("zip", zip.json()));
        summary.putObject("parity")
                .put("pictures", check.pictures())
                .put("largestDifference", check.largestDifference());
        return summary;
    }
}
