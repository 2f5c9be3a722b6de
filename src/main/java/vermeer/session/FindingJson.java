package vermeer.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vermeer.report.Judgement;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.trust.Control;
import vermeer.trust.Curve;
import vermeer.trust.Randomisation;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;

/** What was measured of maps, as JSON, and back; measures that this version does not have are left out. */
final class FindingJson {
    private FindingJson() {}

    /** Writes everything but the map that it is of. */
    static void write(Finding finding, ObjectNode node) {
        node.put("checksum", finding.checksum()).put("network", finding.network());
        ArrayNode judgements = node.putArray("measures");
        finding.judgements().forEach(judgement -> write(judgement, judgements.addObject()));
        finding.randomisation().ifPresent(verdict -> write(verdict, node.putObject("randomisation")));
    }

    private static void write(Judgement judgement, ObjectNode node) {
        node.put("measure", judgement.measure().name());
        ObjectNode settings = node.putObject("settings");
        Settings.texts(judgement.measure()).forEach(settings::put);
        write(judgement.reading(), node.putObject("map"));
        judgement
                .controls()
                .forEach((control, reading) ->
                        write(reading, node.putObject(control.name().toLowerCase(Locale.ROOT))));
    }

    private static void write(Reading reading, ObjectNode node) {
        node.put("value", reading.value()).put("sentence", reading.sentence());
        ArrayNode curves = node.putArray("curves");
        reading.curves().forEach(curve -> write(curve, curves.addObject()));
    }

    private static void write(Randomisation.Verdict verdict, ObjectNode node) {
        node.put("correlation", verdict.correlation()).put("sensitive", verdict.sensitive());
        write(verdict.ranks(), node.putObject("ranks"));
        write(verdict.structure(), node.putObject("structure"));
    }

    private static void write(Curve curve, ObjectNode node) {
        node.put("name", curve.name());
        ArrayNode shares = node.putArray("shares");
        ArrayNode values = node.putArray("values");
        for (int i = 0; i < curve.shares().length; i++) {
            shares.add(curve.shares()[i]);
            values.add(curve.values()[i]);
        }
    }

    /**
     * Reads what was measured of a map.
     *
     * @throws IllegalArgumentException where it is damaged; the message is a clause
     */
    static Finding read(Explanation map, JsonNode node) {
        require(node.path("checksum").isIntegralNumber() && node.path("network").isTextual(), "a measure has no map");
        List<Judgement> judgements = new ArrayList<>();
        for (JsonNode judgement : node.path("measures")) {
            measure(judgement).ifPresent(measure -> judgements.add(judgement(measure, judgement)));
        }
        JsonNode test = node.path("randomisation");
        return new Finding(
                map,
                node.get("checksum").longValue(),
                node.get("network").textValue(),
                judgements,
                test.isObject()
                        ? Optional.of(new Randomisation.Verdict(
                                curve(test.path("ranks")),
                                curve(test.path("structure")),
                                number(test, "correlation"),
                                test.path("sensitive").booleanValue()))
                        : Optional.empty());
    }

    private static Optional<TrustMeasure> measure(JsonNode node) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.path("settings")
                .fields()
                .forEachRemaining(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        Optional<TrustMeasure> known = TrustMeasures.named(node.path("measure").asText(""));
        try {
            return known.isEmpty() ? known : Optional.of(Settings.apply(known.get(), settings));
        } catch (SettingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static Judgement judgement(TrustMeasure measure, JsonNode node) {
        Map<Control, Reading> controls = new EnumMap<>(Control.class);
        for (Control control : Control.values()) {
            JsonNode reading = node.path(control.name().toLowerCase(Locale.ROOT));
            if (reading.isObject()) {
                controls.put(control, reading(measure, reading));
            }
        }
        return new Judgement(measure, reading(measure, node.path("map")), controls);
    }

    private static Reading reading(TrustMeasure measure, JsonNode node) {
        List<Curve> curves = new ArrayList<>();
        node.path("curves").forEach(curve -> curves.add(curve(curve)));
        require(node.path("sentence").isTextual(), "a measure says nothing");
        return new Reading(
                measure.name(),
                number(node, "value"),
                curves,
                node.get("sentence").textValue());
    }

    private static Curve curve(JsonNode node) {
        float[] shares = numbers(node.path("shares"));
        float[] values = numbers(node.path("values"));
        require(shares.length == values.length && shares.length > 0, "a curve has no points");
        return new Curve(node.path("name").asText(""), shares, values);
    }

    private static float[] numbers(JsonNode list) {
        float[] numbers = new float[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            require(list.get(i).isNumber(), "a curve's point is no number");
            numbers[i] = list.get(i).floatValue();
        }
        return numbers;
    }

    private static double number(JsonNode node, String field) {
        require(node.path(field).isNumber(), "\"" + field + "\" is no number");
        return node.get(field).doubleValue();
    }

    private static void require(boolean fits, String clause) {
        if (!fits) {
            throw new IllegalArgumentException(clause);
        }
    }
}
