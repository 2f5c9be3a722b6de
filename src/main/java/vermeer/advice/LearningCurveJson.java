package vermeer.advice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vermeer.evaluation.Interval;

/** A learning curve as JSON; what is infinite is null. */
public final class LearningCurveJson {
    private final ObjectMapper json = new ObjectMapper();

    public ObjectNode of(LearningCurve curve) {
        ObjectNode root = json.createObjectNode();
        ArrayNode points = root.putArray("points");
        for (LearningCurve.Point point : curve.points()) {
            points.addObject()
                    .put("pictures", point.pictures())
                    .put("trainError", point.trainError())
                    .set("error", interval(point.error()));
        }
        root.putObject("law")
                .put("floor", curve.law().floor())
                .put("scale", curve.law().scale())
                .put("exponent", curve.law().exponent());
        ArrayNode forecasts = root.putArray("forecasts");
        curve.forecasts()
                .forEach(each ->
                        forecasts.addObject().put("pictures", each.pictures()).set("error", interval(each.error())));
        ArrayNode goals = root.putArray("goals");
        curve.goals().forEach(goal -> goals.addObject()
                .put("fall", goal.fall())
                .put("within", goal.within())
                .set("more", interval(goal.more())));
        return root;
    }

    private ObjectNode interval(Interval interval) {
        ObjectNode node = json.createObjectNode();
        put(node, "value", interval.value());
        put(node, "low", interval.low());
        put(node, "high", interval.high());
        return node;
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
