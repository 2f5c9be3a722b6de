package vermeer.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** An evaluation as JSON. An interval is {@code {"value","low","high"}}, or null where nothing is known. */
public final class EvaluationJson {
    private static final int LOSSES = 20;
    private static final int WHOLE_MATRIX = 100;

    private final ObjectMapper json = new ObjectMapper();

    /** Everything but the single predictions. */
    public ObjectNode of(Evaluation evaluation) {
        ObjectNode root = json.createObjectNode();
        ArrayNode parts = root.putArray("parts");
        evaluation.parts().forEach(part -> part(part, parts.addObject()));
        root.put("judged", evaluation.judged().name());
        root.putObject("temperature")
                .put("value", evaluation.temperature().value())
                .put("lossBefore", evaluation.temperature().lossBefore())
                .put("lossAfter", evaluation.temperature().lossAfter());
        topLosses(evaluation, root.putArray("topLosses"));
        suspects(evaluation, root);
        ArrayNode subsets = root.putArray("subsets");
        evaluation.subsets().all().forEach(subset -> subset(subset, subsets.addObject()));
        evaluation
                .subsets()
                .worst()
                .ifPresentOrElse(
                        worst -> subset(worst, root.putObject("worstSubset")), () -> root.putNull("worstSubset"));
        ArrayNode unread = root.putArray("unread");
        evaluation.answers().unread().forEach(each -> unread.addObject()
                .put("picture", each.picture().key())
                .put("reason", each.reason()));
        return root;
    }

    private void part(EvaluatedPart part, ObjectNode node) {
        Measures measures = part.measures();
        node.put("split", part.name()).put("pictures", measures.pictures());
        node.put("errors", part.predictions().errors());
        node.set("accuracy", interval(measures.accuracy()));
        node.set("error", interval(part.error()));
        node.set("topFive", interval(measures.topFive()));
        node.set("balancedAccuracy", interval(measures.balancedAccuracy()));
        node.set("macroF1", interval(measures.macroF1()));
        node.set("loss", interval(measures.loss()));
        node.set("brier", interval(measures.brier()));
        node.set("calibrationError", interval(measures.calibrationError()));
        node.set("macroRocArea", interval(measures.macroRocArea()));
        node.set("macroAveragePrecision", interval(measures.macroAveragePrecision()));
        part.cost().ifPresent(cost -> {
            ObjectNode costs = node.putObject("cost");
            costs.set("probable", interval(cost.probable()));
            costs.set("cheapest", interval(cost.cheapest()));
        });
        node.put("overconfidence", part.calibration().overconfidence());
        ArrayNode classes = node.putArray("perClass");
        for (ClassMeasures each : measures.perClass()) {
            ObjectNode one = classes.addObject().put("name", each.name()).put("pictures", each.pictures());
            one.set("precision", interval(each.precision()));
            one.set("recall", interval(each.recall()));
            one.set("f1", interval(each.f1()));
            one.set("rocArea", interval(each.rocArea()));
            one.set("averagePrecision", interval(each.averagePrecision()));
        }
        confusion(part.confusion(), node.putObject("confusion"));
        ArrayNode bins = node.putArray("reliability");
        part.calibration().bins().forEach(bin -> bins.addObject()
                .put("from", bin.from())
                .put("to", bin.to())
                .put("pictures", bin.pictures())
                .put("confidence", bin.confidence())
                .set("accuracy", interval(bin.accuracy())));
    }

    /** The whole matrix, or of very many classes the cells that are not 0. */
    private void confusion(ConfusionMatrix confusion, ObjectNode node) {
        if (confusion.classes() <= WHOLE_MATRIX) {
            ArrayNode names = node.putArray("classes");
            confusion.classNames().forEach(names::add);
            ArrayNode rows = node.putArray("counts");
            for (int[] row : confusion.counts()) {
                ArrayNode cells = rows.addArray();
                IntStream.of(row).forEach(cells::add);
            }
            return;
        }
        ArrayNode cells = node.putArray("cells");
        for (int row = 0; row < confusion.classes(); row++) {
            for (int column = 0; column < confusion.classes(); column++) {
                if (confusion.counts()[row][column] > 0) {
                    cells.addObject()
                            .put("true", confusion.classNames().get(row))
                            .put("predicted", confusion.classNames().get(column))
                            .put("count", confusion.counts()[row][column]);
                }
            }
        }
    }

    private static void topLosses(Evaluation evaluation, ArrayNode losses) {
        Predictions predictions = evaluation.answers().predictions();
        for (int i : TopLosses.of(predictions, LOSSES)) {
            losses.addObject()
                    .put("picture", predictions.pictures().get(i))
                    .put("true", predictions.classNames().get(predictions.labels()[i]))
                    .put("predicted", predictions.classNames().get(predictions.predicted(i)))
                    .put("confidence", predictions.confidence(i))
                    .put("loss", predictions.loss(i));
        }
    }

    private static void suspects(Evaluation evaluation, ObjectNode root) {
        if (evaluation.labelErrors().isEmpty()) {
            root.putNull("suspectedLabels");
            return;
        }
        Predictions judged = evaluation.outOfSample().orElseThrow();
        List<String> names = judged.classNames();
        ArrayNode list = root.putArray("suspectedLabels");
        for (LabelErrors.Suspect suspect : evaluation.labelErrors().get().suspects()) {
            list.addObject()
                    .put("picture", judged.pictures().get(suspect.picture()))
                    .put("label", names.get(suspect.label()))
                    .put("proposed", names.get(suspect.proposed()))
                    .put("margin", suspect.margin());
        }
    }

    private void subset(Subset subset, ObjectNode node) {
        node.put("kind", subset.kind()).put("name", subset.name()).put("pictures", subset.members().length);
        node.set("error", interval(subset.error()));
        node.put("gain", subset.gain()).put("p", subset.p());
    }

    /** An interval, or null. */
    com.fasterxml.jackson.databind.JsonNode interval(Interval interval) {
        if (!interval.known()) {
            return json.nullNode();
        }
        return json.createObjectNode()
                .put("value", interval.value())
                .put("low", interval.low())
                .put("high", interval.high());
    }
}
