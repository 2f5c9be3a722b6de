package vermeer.evaluation.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.Balance;
import vermeer.data.balance.ClassMap;
import vermeer.data.balance.CostMatrix;
import vermeer.evaluation.AnswerChoices;
import vermeer.evaluation.Domain;
import vermeer.evaluation.DomainFile;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.EvaluationJson;
import vermeer.evaluation.curve.CurveFiles;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.image.ProfileJson;
import vermeer.model.Head;
import vermeer.model.OpenModel;

/**
 * Everything that somebody needs who is handed a model.
 *
 * @param model the model; its file's classes and profile travel inside the ONNX file too
 * @param evaluation how good it is
 * @param data what it was judged on, in words
 * @param calibrated whether the temperature of the evaluation becomes part of the model
 * @param rule how its answers were read when it was judged; classes that are taken together become so inside the graph
 */
public record Handover(
        OpenModel model, Evaluation evaluation, String data, boolean calibrated, Optional<AnswerRule> rule) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The files that are written. */
    public static final List<String> FILES = List.of(
            "model.onnx",
            "classes.txt",
            "model.profile.json",
            "CARD.md",
            "evaluation.json",
            "predict.py",
            "Predict.java");

    /**
     * Writes the files into a folder, which is made where it is not there.
     *
     * @throws FileException where the folder holds something already or cannot be written to
     */
    public void write(Path folder) throws FileException, GraphException {
        refuseToOverwrite(folder);
        refuseToMerge();
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new FileException("The folder '" + folder + "' cannot be made; choose another.", refused);
        }
        OnnxWriter.write(described(), folder.resolve("model.onnx"));
        // Line breaks inside a name would make two of one.
        String names = String.join(
                "\n",
                classes().stream().map(name -> name.replaceAll("\\R", " ")).toList());
        AtomicFile.write(folder.resolve("classes.txt"), names + "\n");
        AtomicFile.write(folder.resolve("model.profile.json"), ProfileJson.write(model.profile()));
        AtomicFile.write(folder.resolve("CARD.md"), ModelCard.text(this));
        AtomicFile.write(
                folder.resolve("evaluation.json"),
                new EvaluationJson().of(evaluation).toPrettyString() + "\n");
        CurveFiles.write(evaluation, folder);
        Optional<Domain> domain = DomainFile.of(evaluation);
        if (domain.isPresent()) {
            double temperature = calibrated ? evaluation.temperature().value() : 1;
            // Names of the pictures go along, the folder where they lie here does not.
            DomainFile.write(domain.get(), temperature, Optional.empty(), folder);
        }
        AtomicFile.write(folder.resolve("predict.py"), PythonExample.text(model, costs()));
        AtomicFile.write(folder.resolve("Predict.java"), JavaExample.text(costs()));
    }

    private void refuseToMerge() throws FileException {
        boolean mapped = rule.isPresent() && !rule.get().map().identity();
        if (mapped && model.head() != Head.SOFTMAX && model.head() != Head.LOGITS) {
            throw new FileException(
                    "The classes of '" + model.name() + "' cannot be taken together inside its file, because it gives "
                            + model.head().text() + "; hand it on with all its classes.",
                    null);
        }
    }

    /** The classes that the model handed on answers with. */
    List<String> classes() {
        return rule.map(AnswerRule::classes).orElseGet(model::classNames);
    }

    /** What mistakes cost, where they do not all cost the same. */
    Optional<CostMatrix> costs() {
        return rule.flatMap(AnswerRule::costs);
    }

    /** @throws FileException where the folder holds something already: nothing is overwritten */
    public static void refuseToOverwrite(Path folder) throws FileException {
        boolean taken;
        try (Stream<Path> there = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            taken = there.findAny().isPresent();
        } catch (IOException unreadable) {
            throw new FileException("The folder '" + folder + "' cannot be read; choose another.", unreadable);
        }
        if (taken) {
            throw new FileException(
                    "The folder '" + folder + "' is not empty; choose a new one, nothing is overwritten.", null);
        }
    }

    /** The graph with what a reader needs inside, calibrated where that was asked for. */
    private Graph described() throws FileException {
        ClassMap map = rule.map(AnswerRule::map).orElseGet(() -> ClassMap.none(model.classNames()));
        Graph graph = AnsweringGraph.of(
                model,
                map,
                calibrated ? OptionalDouble.of(evaluation.temperature().value()) : OptionalDouble.empty());
        Map<String, String> metadata = new TreeMap<>(graph.metadata());
        try {
            ObjectNode profile = (ObjectNode) JSON.readTree(ProfileJson.write(model.profile()));
            profile.remove("classes");
            metadata.put("vermeer.profile", profile.toString());
            metadata.put("vermeer.classes", JSON.writeValueAsString(classes()));
        } catch (JsonProcessingException never) {
            throw new FileException("The profile cannot be written.", never);
        }
        metadata.remove(AnswerChoices.KEY);
        if (costs().isPresent()) {
            metadata.put(AnswerChoices.KEY, AnswerChoices.text(Balance.none().withCosts(costs())));
        }
        if (calibrated) {
            metadata.put(
                    "vermeer.temperature",
                    Double.toString(evaluation.temperature().value()));
        }
        return graph.withMetadata(metadata);
    }

    /** What was trained, on what, as the training run left it in the file; empty where it was not trained here. */
    Optional<String> training() {
        return Optional.ofNullable(model.source().metadata().get("vermeer.training"));
    }
}
