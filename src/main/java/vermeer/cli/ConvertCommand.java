package vermeer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermeer.graph.Graph;
import vermeer.graph.OnnxWriter;
import vermeer.image.ProfileJson;
import vermeer.model.OpenModel;

/** Writes a model as an ONNX file. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a model as an ONNX file that any ONNX runtime opens; its profile and class names travel in the"
                    + " file.",
            "A Deeplearning4j or Keras model is converted only where the ONNX graph agrees with it, layer by layer."
        })
final class ConvertCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Parameters(paramLabel = "TARGET.onnx", description = "The file to write; it must not exist yet.")
    private Path target;

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
            throw new ParameterException(
                    spec.commandLine(), "The target must end in .onnx, not '" + target.getFileName() + "'.");
        }
        if (Files.exists(target)) {
            throw new CommandException("The file '" + target + "' exists; give another name or remove it.");
        }
        try (OpenModel opened = model.open(surroundings)) {
            createFolder();
            OnnxWriter.write(described(opened.source(), opened), target);
            surroundings.terminal().out().println("Wrote " + target + ".");
        }
        return 0;
    }

    private void createFolder() throws CommandException {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException refused) {
            throw new CommandException("The folder of '" + target + "' cannot be made; choose another.");
        }
    }

    /** The graph with profile and class names as metadata, as {@code Models} reads them. */
    private Graph described(Graph graph, OpenModel opened) throws JsonProcessingException {
        Map<String, String> metadata = new TreeMap<>(graph.metadata());
        ObjectNode profile = (ObjectNode) json.readTree(ProfileJson.write(opened.profile()));
        profile.remove("classes");
        metadata.put("vermeer.profile", profile.toString());
        metadata.put("vermeer.classes", json.writeValueAsString(opened.classNames()));
        return graph.withMetadata(metadata);
    }
}
