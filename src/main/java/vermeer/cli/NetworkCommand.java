package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.Architecture;
import vermeer.network.Block;
import vermeer.network.Survey;

/** Prints what a network is made of, and what the channels of a layer answer to. */
@Command(
        mixinStandardHelpOptions = true,
        name = "network",
        description = {
            "Prints what a network is made of: blocks and nodes with the shape of what leaves them, parameters and"
                    + " multiply-adds for one picture.",
            "",
            "With --layer and pictures it prints instead what each channel of that layer answers to: its mean, the"
                    + " places that excite it most, channels that are dead, and, for folders of classes, each class's"
                    + " mean; with --between, the channels that tell two classes apart."
        })
final class NetworkCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only blocks and nodes whose path, operator or shape holds this.")
    private String search;

    @Option(names = "--depth", paramLabel = "N", description = "How many levels of blocks are opened (default: all).")
    private Integer depth;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "A layer with rows and columns: its value's name, or a part of it that only one has.")
    private String layer;

    @Option(
            names = "--between",
            split = ",",
            paramLabel = "CLASS,CLASS",
            description = "Two classes, by the names of their folders: the channels that tell them apart.")
    private List<String> between = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many places a channel, or channels between classes (${DEFAULT-VALUE}).")
    private int top;

    @Mixin
    private FormatOption format;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Pictures, and folders of pictures; a picture's class is the name of its folder.")
    private List<Path> paths = List.of();

    NetworkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        new SurveyPrinting(spec, between, top).check(layer, paths);
        try (OpenModel opened = model.open(surroundings)) {
            if (layer == null) {
                architecture(opened);
                return 0;
            }
            Layer chosen = LayerChoice.of(layer, opened, spec);
            Survey survey = new SurveyPrinting(spec, between, top).read(surroundings, opened, chosen, paths);
            survey.broken().forEach(surroundings.terminal().err()::println);
            new SurveyPrinting(spec, between, top)
                    .print(survey, format.chosen(), surroundings.terminal().out());
            return survey.broken().isEmpty() ? 0 : 1;
        }
    }

    private void architecture(OpenModel opened) {
        Architecture architecture = Architecture.of(opened);
        Set<Block> shown = search == null ? null : architecture.found(search);
        PrintWriter out = surroundings.terminal().out();
        if (format.json()) {
            ObjectNode json = new ObjectMapper().createObjectNode().put("model", opened.name());
            shape(json.putObject("input").put("value", architecture.input()), architecture.inputShape());
            describe(architecture.root(), shown, 0, json.putObject("network"));
            out.println(json);
            return;
        }
        Block root = architecture.root();
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d nodes, %,d parameters, %,d multiply-adds a picture",
                opened.name(),
                root.nodes(),
                root.parameters(),
                root.multiplyAdds()));
        out.println(String.format(
                Locale.ROOT, "%-56s %-18s %-20s %12s %14s", "", "operator", "shape", "parameters", "multiply-adds"));
        for (Block child : root.children()) {
            print(child, shown, 0, out);
        }
    }

    private void print(Block block, Set<Block> shown, int level, PrintWriter out) {
        if (shown != null && !shown.contains(block)) {
            return;
        }
        out.println(String.format(
                Locale.ROOT,
                "%-56s %-18s %-20s %,12d %,14d",
                "  ".repeat(level) + block.name(),
                block.kind(),
                block.shapeText(),
                block.parameters(),
                block.multiplyAdds()));
        if (depth == null || level < depth) {
            block.children().forEach(child -> print(child, shown, level + 1, out));
        }
    }

    private void describe(Block block, Set<Block> shown, int level, ObjectNode json) {
        json.put("path", block.path()).put("value", block.value());
        if (block.isNode()) {
            json.put("operator", block.kind());
        } else {
            json.put("nodes", block.nodes());
        }
        shape(json, block.shape());
        json.put("parameters", block.parameters()).put("multiplyAdds", block.multiplyAdds());
        if (block.isNode() || depth != null && level > depth) {
            return;
        }
        ArrayNode children = json.putArray("children");
        for (Block child : block.children()) {
            if (shown == null || shown.contains(child)) {
                describe(child, shown, level + 1, children.addObject());
            }
        }
    }

    /** Extents; -1 for the batch. */
    private static void shape(ObjectNode json, long[] shape) {
        ArrayNode extents = json.putArray("shape");
        for (long extent : shape) {
            extents.add(extent);
        }
    }
}
