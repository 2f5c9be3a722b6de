package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.attack.EpsilonCurve;
import vermeer.attack.Goal;
import vermeer.attack.SmallestEpsilon;
import vermeer.engine.EngineException;
import vermeer.evaluation.FolderLabels;
import vermeer.evaluation.Interval;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** How many pictures keep their answer as epsilon grows, as a JSON table. */
record AttackCurve(
        Surroundings surroundings, OpenModel opened, Attack attack, OptionalInt target, List<Double> epsilons) {

    /** @return the exit code: 1 where a picture could not be read */
    int print(Inputs inputs) throws EngineException, CommandException, FileException, CancelledException {
        List<EpsilonCurve> curve = new ArrayList<>(List.of(EpsilonCurve.at(epsilons)));
        FolderLabels labels = labels(inputs);
        int code = new EachInput(surroundings, opened, "Attacking")
                .run(
                        inputs,
                        (input, progress) -> curve.set(
                                0,
                                curve.get(0)
                                        .plus(
                                                results(input, curve.get(0), progress),
                                                labels.of(Path.of(input.image())))));
        surroundings.terminal().out().println(describe(curve.get(0)).toPrettyString());
        return code;
    }

    private FolderLabels labels(Inputs inputs) {
        List<Path> files = inputs instanceof PictureInputs found
                ? found.pictures().stream().map(FoundPicture::file).toList()
                : List.of();
        return FolderLabels.of(files, opened.classNames());
    }

    private List<AttackResult> results(NetworkInput input, EpsilonCurve curve, Progress progress)
            throws EngineException, CancelledException {
        Tensor clean = opened.scores().logits(input.tensor(), progress.part(0, 0));
        Goal goal = new Goal(Goal.answer(clean.data()), target);
        List<AttackResult> results = new ArrayList<>();
        int count = curve.points().size();
        for (double epsilon : curve.epsilons()) {
            Progress part = progress.part((double) results.size() / count, (results.size() + 1.0) / count);
            Attack sized = SmallestEpsilon.withEpsilon(attack, epsilon);
            results.add(Attacking.on(opened).attack(sized, input.picture(), goal, clean, part));
        }
        return results;
    }

    private ObjectNode describe(EpsilonCurve curve) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode table = json.createObjectNode()
                .put("model", opened.name())
                .put("method", attack.name())
                .set("settings", json.valueToTree(Settings.values(attack)));
        target.ifPresent(index -> table.put("target", index));
        table.put(
                "note",
                "accuracy is the share of pictures that keep the model's own answer, right or wrong, with its 95 %"
                        + " Wilson interval; only pictures rounded to 8 bits count, and an epsilon below 0.5 vanishes"
                        + " there");
        table.put("labelled", curve.labelled());
        if (curve.labelled() > 0) {
            table.put(
                    "labelNote",
                    "labelAccuracy is the share of the labelled pictures, which lie in folders named like classes of"
                            + " the model, that it answers rightly; cleanLabelAccuracy the same before any attack");
            interval(table.putObject("cleanLabelAccuracy"), curve.cleanLabelAccuracy());
        }
        ArrayNode points = table.putArray("points");
        for (EpsilonCurve.Point point : curve.points()) {
            ObjectNode node = points.addObject()
                    .put("epsilon", point.epsilon())
                    .put("pictures", point.pictures())
                    .put("fooled", point.found())
                    .put("fooledBeforeRounding", point.foundUnrounded());
            interval(node.putObject("accuracy"), point.accuracy());
            interval(node.putObject("accuracyBeforeRounding"), point.accuracyUnrounded());
            if (point.labelled() > 0) {
                interval(node.putObject("labelAccuracy"), point.labelAccuracy());
            }
        }
        return table;
    }

    private static void interval(ObjectNode node, Interval interval) {
        node.put("value", interval.value()).put("low", interval.low()).put("high", interval.high());
    }
}
