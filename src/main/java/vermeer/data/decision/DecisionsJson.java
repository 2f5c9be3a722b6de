package vermeer.data.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vermeer.data.DataException;
import vermeer.data.Fit;
import vermeer.data.Look;
import vermeer.data.Split;
import vermeer.data.Stages;
import vermeer.file.StrictJson;
import vermeer.setting.SettingException;

/**
 * Decisions as JSON text, and back.
 *
 * @param folder the folder they are about; files inside it are named from there
 */
record DecisionsJson(Path folder) {
    private static final int VERSION = 1;
    private static final String VERSION_FIELD = "vermeerData";
    private static final ObjectMapper JSON = StrictJson.mapper(1 << 20);

    /**
     * What a file holds.
     *
     * @param revision how often it was changed
     */
    record Stored(long revision, Decisions decisions) {}

    String text(long revision, Decisions decisions) {
        ObjectNode root = JSON.createObjectNode().put(VERSION_FIELD, VERSION).put("revision", revision);
        root.put("about", decisions.about());
        root.set("labels", ChoicesJson.labels(decisions.labels(), folder));
        root.set("split", ChoicesJson.plan(decisions.plan()));
        root.put("fit", decisions.fit().name().toLowerCase(Locale.ROOT));
        root.set("balance", ChoicesJson.balance(decisions.balance()));
        root.set("variants", ChoicesJson.variants(decisions.variants()));
        root.set("weak", JSON.valueToTree(new TreeSet<>(decisions.stages().weak())));
        root.put("turn", decisions.stages().turn().name().toLowerCase(Locale.ROOT));
        Map<String, TreeSet<String>> drawn = new TreeMap<>();
        decisions.assignments().forEach((key, split) -> drawn.computeIfAbsent(split.text(), text -> new TreeSet<>())
                .add(key));
        root.set("assignments", JSON.valueToTree(drawn));
        root.set("excluded", JSON.valueToTree(new TreeMap<>(decisions.excluded())));
        root.set("relabelled", JSON.valueToTree(new TreeMap<>(decisions.relabelled())));
        root.set("confirmed", JSON.valueToTree(new TreeSet<>(decisions.confirmed())));
        Map<String, TreeSet<String>> tags = new TreeMap<>();
        decisions.tags().forEach((tag, keys) -> tags.put(tag, new TreeSet<>(keys)));
        root.set("tags", JSON.valueToTree(tags));
        var looks = root.putArray("looks");
        for (Look look : decisions.looks()) {
            looks.addObject().put("when", look.when().toString()).put("who", look.who());
        }
        return root.toPrettyString() + "\n";
    }

    Stored parse(String text, Path file) throws DataException {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path(VERSION_FIELD).isInt()) {
                throw new DataException("'" + file + "' holds no decisions of Vermeer; move it away.");
            }
            if (root.get(VERSION_FIELD).intValue() > VERSION) {
                throw new DataException("'" + file + "' was written by a newer version of Vermeer; use that one.");
            }
            return new Stored(root.path("revision").asLong(), decisions(root));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw damaged(file, "line " + line + " is no JSON");
        } catch (IllegalArgumentException | DateTimeException | SettingException wrong) {
            throw damaged(file, wrong.getMessage());
        }
    }

    private static DataException damaged(Path file, String clause) {
        return new DataException("The decisions in '" + file + "' are damaged (" + clause
                + "); restore the file from a copy, or move it away to decide anew.");
    }

    private Decisions decisions(JsonNode root) throws SettingException {
        Map<String, Split> assignments = new LinkedHashMap<>();
        root.path("assignments").fields().forEachRemaining(drawn -> drawn.getValue()
                .forEach(key -> assignments.put(key.asText(), Split.parse(drawn.getKey()))));
        List<Look> looks = new ArrayList<>();
        for (JsonNode look : root.path("looks")) {
            looks.add(new Look(
                    Instant.parse(look.path("when").asText()), look.path("who").asText()));
        }
        return new Decisions(
                root.path("about").asText(),
                ChoicesJson.labels(root.path("labels"), folder),
                ChoicesJson.plan(root.path("split")),
                assignments,
                ChoicesJson.choice(Fit.class, root.path("fit"), Fit.CROP),
                ChoicesJson.balance(root.path("balance")),
                ChoicesJson.variants(root.path("variants")),
                new Stages(
                        texts(root.path("weak")),
                        ChoicesJson.choice(Stages.Turn.class, root.path("turn"), Stages.Turn.ALL)),
                textMap(root.path("excluded")),
                textMap(root.path("relabelled")),
                texts(root.path("confirmed")),
                looks,
                tags(root.path("tags")));
    }

    private static Map<String, Set<String>> tags(JsonNode object) {
        Map<String, Set<String>> tags = new LinkedHashMap<>();
        object.fields().forEachRemaining(field -> tags.put(field.getKey(), texts(field.getValue())));
        return tags;
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static Map<String, String> textMap(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.fields()
                .forEachRemaining(
                        field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
