package vermeer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.AttributionMethods;
import vermeer.graph.gradient.Differentiation;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.GraphReport;
import vermeer.model.Belief;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.ParityReport;

/** Prints what Vermeer believes about a model, and why. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what Vermeer believes about a model: its input and where each belief comes from, its head, its"
                    + " size, its operators and which of them have no gradient rule, and which methods cannot explain it.",
            "What is only guessed is marked; correct it in FILE.profile.json beside the model."
        })
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private ModelOptions model;

    @Mixin
    private FormatOption format;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        try (OpenModel opened = model.openQuietly(surroundings)) {
            GraphReport summary = GraphReport.of(opened.graph(), opened.shapes());
            SortedSet<String> missing =
                    Differentiation.missing(opened.graph(), opened.shapes(), opened.logitsValue(), RuleTable.STANDARD);
            if (format.json()) {
                surroundings.terminal().out().println(describe(opened, summary, missing));
            } else {
                print(opened, summary, missing, surroundings.terminal().out());
            }
        }
        return 0;
    }

    private static ObjectNode describe(OpenModel model, GraphReport summary, SortedSet<String> missing) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode()
                .put("model", model.name())
                .put("file", model.file().toString())
                .put("sha256", model.sha256());
        root.set("inputShape", json.valueToTree(model.scores().inputShape()));
        root.put("layout", model.scores().layout().name());
        root.put("logits", model.scores().classes());
        root.put("classes", model.classNames().size());
        root.put("head", model.head().name().toLowerCase(Locale.ROOT));
        root.put("parameters", summary.parameters()).put("multiplyAdds", summary.multiplyAdds());
        root.set("operators", json.valueToTree(summary.operators()));
        root.set("withoutGradientRule", json.valueToTree(missing));
        root.put(
                "camLayer",
                model.activations().lastFeatureMap().map(Layer::value).orElse(null));
        ArrayNode beliefs = root.putArray("profile");
        for (Belief belief : model.report().beliefs()) {
            beliefs.addObject()
                    .put("field", belief.field())
                    .put("value", belief.value())
                    .put("source", belief.source().name().toLowerCase(Locale.ROOT))
                    .put("guessed", belief.guessed())
                    .put("why", belief.why());
        }
        ObjectNode unavailable = root.putObject("unavailableMethods");
        unavailable(model).forEach(unavailable::put);
        root.set("parity", model.parity().map(CheckCommand::describe).orElse(null));
        root.set("notices", json.valueToTree(model.notices()));
        return root;
    }

    private static JsonNode describe(ParityReport parity) {
        ObjectNode node = new ObjectMapper()
                .createObjectNode()
                .put("passed", parity.passed())
                .put("layers", parity.layers().size())
                .put("worstRelativeError", parity.worst())
                .put("logitsDifference", parity.difference());
        parity.logits().ifPresent(logits -> node.put("logitsError", logits.error()));
        return node;
    }

    private static void print(OpenModel model, GraphReport summary, SortedSet<String> missing, PrintWriter out) {
        out.println(model.name() + " (" + model.file() + ")");
        out.println("  input         " + Arrays.toString(model.scores().inputShape()) + " "
                + model.scores().layout());
        out.println("  classes       " + model.classNames().size());
        out.println("  head          " + model.head().text());
        out.println(String.format(
                Locale.ROOT,
                "  size          %.2f million parameters, %.1f million multiply-adds a picture",
                summary.parameters() / 1e6,
                summary.multiplyAdds() / 1e6));
        out.println("  operators     "
                + summary.operators().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
        out.println("  gradients     "
                + (missing.isEmpty() ? "every operator has a rule" : "no rule for " + String.join(", ", missing)));
        out.println("  CAM layer     "
                + model.activations()
                        .lastFeatureMap()
                        .map(layer -> layer.value() + " " + Arrays.toString(layer.shape()))
                        .orElse("none"));
        model.parity()
                .ifPresent(parity -> out.println(String.format(
                        Locale.ROOT,
                        "  conversion    %d layers agree with the source to %.1e of each one's largest value",
                        parity.layers().size(),
                        parity.worst())));
        out.println("What Vermeer believes about the input, and why:");
        for (Belief belief : model.report().beliefs()) {
            out.println(String.format(
                    "  %-13s %s %s(%s)",
                    belief.field(), belief.value(), belief.guessed() ? "GUESSED " : "", belief.why()));
        }
        unavailable(model).forEach((method, reason) -> out.println("Unavailable: " + method + ": " + reason));
        model.notices().forEach(out::println);
    }

    private static Map<String, String> unavailable(OpenModel model) {
        return AttributionMethods.all().stream()
                .filter(method -> method.unavailable(model).isPresent())
                .collect(Collectors.toMap(AttributionMethod::name, method -> Optional.of(method)
                        .flatMap(each -> each.unavailable(model))
                        .orElse("")));
    }
}
