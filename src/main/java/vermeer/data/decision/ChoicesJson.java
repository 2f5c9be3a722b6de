package vermeer.data.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vermeer.data.PathPattern;
import vermeer.data.Shares;
import vermeer.data.SplitPlan;
import vermeer.data.augmentation.Augmentation;
import vermeer.data.augmentation.Variants;
import vermeer.data.balance.Balance;
import vermeer.data.balance.Balancing;
import vermeer.data.balance.CostMatrix;
import vermeer.data.label.FolderNames;
import vermeer.data.label.LabelSource;
import vermeer.data.label.NamePattern;
import vermeer.data.label.TableColumns;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** The larger choices as JSON objects, and back; what is missing is as usual. */
final class ChoicesJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChoicesJson() {}

    static ObjectNode labels(LabelSource labels, Path folder) {
        ObjectNode node = JSON.createObjectNode();
        if (labels instanceof FolderNames folders) {
            return node.put("from", "folders").put("depth", folders.depth());
        }
        if (labels instanceof NamePattern names) {
            return node.put("from", "names").put("pattern", names.pattern().text());
        }
        TableColumns table = (TableColumns) labels;
        boolean inside = table.table().startsWith(folder);
        Path path = inside ? folder.relativize(table.table()) : table.table();
        node.put("from", "table").put("table", path.toString().replace('\\', '/'));
        node.put("picture", table.picture()).put("label", table.label());
        table.part().ifPresent(part -> node.put("part", part));
        return node;
    }

    static LabelSource labels(JsonNode node, Path folder) {
        String from = node.path("from").asText("folders");
        return switch (from) {
            case "folders" -> new FolderNames(node.path("depth").asInt(0));
            case "names" ->
                new NamePattern(PathPattern.label(node.path("pattern").asText()));
            case "table" ->
                new TableColumns(
                        folder.resolve(node.path("table").asText()),
                        node.path("picture").asText(),
                        node.path("label").asText(),
                        optional(node.path("part")));
            default -> throw new IllegalArgumentException("labels cannot be read from \"" + from + "\"");
        };
    }

    private static Optional<String> optional(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    static ObjectNode plan(SplitPlan plan) {
        ObjectNode node = JSON.createObjectNode().put("byFolder", plan.byFolder());
        node.put("trainDev", plan.shares().trainDev());
        node.put("dev", plan.shares().dev()).put("test", plan.shares().test());
        plan.groups().ifPresent(groups -> node.put("groups", groups.text()));
        node.set("target", JSON.valueToTree(new TreeSet<>(plan.target())));
        return node.put("stratified", plan.stratified()).put("seed", plan.seed());
    }

    static SplitPlan plan(JsonNode node) {
        SplitPlan usual = SplitPlan.standard(1);
        return new SplitPlan(
                node.path("byFolder").asBoolean(usual.byFolder()),
                new Shares(
                        node.path("trainDev").asDouble(usual.shares().trainDev()),
                        node.path("dev").asDouble(usual.shares().dev()),
                        node.path("test").asDouble(usual.shares().test())),
                optional(node.path("groups")).map(PathPattern::group),
                DecisionsJson.texts(node.path("target")),
                node.path("stratified").asBoolean(usual.stratified()),
                node.path("seed").asLong(usual.seed()));
    }

    static ObjectNode balance(Balance balance) {
        ObjectNode node = JSON.createObjectNode();
        node.put("balancing", balance.balancing().name().toLowerCase(Locale.ROOT));
        node.put("corrected", balance.corrected());
        node.set("merged", JSON.valueToTree(new TreeMap<>(balance.merged())));
        node.set("ignored", JSON.valueToTree(new TreeSet<>(balance.ignored())));
        node.put("atTraining", balance.atTraining());
        balance.costs().ifPresent(costs -> {
            ObjectNode matrix = node.putObject("costs");
            matrix.set("classes", JSON.valueToTree(costs.classes()));
            matrix.set("rows", JSON.valueToTree(costs.costs()));
        });
        return node;
    }

    static Balance balance(JsonNode node) {
        return new Balance(
                choice(Balancing.class, node.path("balancing"), Balancing.NONE),
                node.path("corrected").asBoolean(true),
                DecisionsJson.textMap(node.path("merged")),
                DecisionsJson.texts(node.path("ignored")),
                node.path("atTraining").asBoolean(true),
                node.has("costs") ? Optional.of(costs(node.get("costs"))) : Optional.empty());
    }

    private static CostMatrix costs(JsonNode node) {
        List<List<Double>> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
            List<Double> costs = new ArrayList<>();
            row.forEach(cost -> costs.add(cost.asDouble()));
            rows.add(costs);
        }
        return new CostMatrix(List.copyOf(DecisionsJson.texts(node.path("classes"))), rows);
    }

    static ObjectNode variants(Variants variants) {
        ObjectNode node = JSON.createObjectNode().put("changed", variants.changed());
        node.set("strengths", JSON.valueToTree(Settings.values(variants.augmentation())));
        node.set("multipliers", JSON.valueToTree(new TreeMap<>(variants.multipliers())));
        return node.put("seed", variants.seed());
    }

    static Variants variants(JsonNode node) throws SettingException {
        Map<String, Double> multipliers = new LinkedHashMap<>();
        node.path("multipliers")
                .fields()
                .forEachRemaining(field ->
                        multipliers.put(field.getKey(), field.getValue().asDouble()));
        Augmentation augmentation = Settings.apply(Augmentation.none(), DecisionsJson.textMap(node.path("strengths")));
        return new Variants(
                augmentation,
                node.path("changed").asInt(),
                multipliers,
                node.path("seed").asLong());
    }

    /** The constant of this name; {@code usual} where there is none in the file. */
    static <E extends Enum<E>> E choice(Class<E> type, JsonNode node, E usual) {
        if (!node.isTextual()) {
            return usual;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(node.textValue())) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + node.textValue() + "\" is unknown");
    }
}
