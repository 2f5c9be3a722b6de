package vermeer.evaluation.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vermeer.data.Split;
import vermeer.data.balance.AnswerRule;
import vermeer.data.balance.ClassMap;
import vermeer.data.balance.CostMatrix;
import vermeer.evaluation.ClassMeasures;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;
import vermeer.evaluation.Measures;
import vermeer.model.OpenModel;

/** What a model is, what it was judged on and what it cannot do, in Markdown (Mitchell et al. 2019, Model Cards). */
final class ModelCard {
    private static final int MANY_CLASSES = 50;

    private final Handover handover;
    private final List<String> lines = new ArrayList<>();

    private ModelCard(Handover handover) {
        this.handover = handover;
    }

    static String text(Handover handover) {
        ModelCard card = new ModelCard(handover);
        card.model();
        card.data();
        handover.evaluation().parts().forEach(card::measures);
        card.calibration();
        card.limits();
        card.running();
        return String.join("\n", card.lines) + "\n";
    }

    private void model() {
        OpenModel model = handover.model();
        lines.add("# " + model.name());
        lines.add("");
        lines.add("An image classifier with " + handover.classes().size() + " classes: " + classes() + ".");
        lines.add("");
        lines.add("- File it comes from: `" + model.file().getFileName() + "`, SHA-256 `" + model.sha256() + "`");
        lines.add(
                "- Input: " + model.profile().width() + " x " + model.profile().height() + " pixels, "
                        + model.profile().channels() + ", " + model.profile().resizeText() + "; all of it in"
                        + " `model.profile.json` and inside the ONNX file");
        lines.add("- Output: " + model.head().text());
        answers().forEach(lines::add);
        handover.training().ifPresent(record -> lines.add("- Training record: `" + record + "`"));
        handover.training().flatMap(this::zip).ifPresent(lines::add);
        lines.add("");
    }

    /** How answers are read: classes taken together, the costs of mistakes. */
    private List<String> answers() {
        List<String> said = new ArrayList<>();
        handover.rule().map(AnswerRule::map).filter(map -> !map.identity()).ifPresent(map -> {
            for (int place = 0; place < map.to().size(); place++) {
                List<String> parts = parts(map, place);
                if (!parts.equals(List.of(map.to().get(place)))) {
                    said.add("- `" + map.to().get(place) + "` is any of the classes that it was trained to tell apart: "
                            + String.join(", ", parts) + "; their probabilities are added up inside `model.onnx`");
                }
            }
            List<String> without = parts(map, -1);
            if (!without.isEmpty()) {
                said.add("- Left out of the answers, though it knows them: " + String.join(", ", without));
            }
        });
        handover.costs().ifPresent(costs -> {
            said.add(
                    "- Mistakes do not all cost the same: the answer is the class with the least expected cost, not the"
                            + " most probable one. The measures below are of these answers. Costs by true class:");
            for (int truth = 0; truth < costs.classes().size(); truth++) {
                said.add("  - " + costs.classes().get(truth) + ": " + row(costs, truth));
            }
        });
        return said;
    }

    private static List<String> parts(ClassMap map, int place) {
        return IntStream.range(0, map.from().size())
                .filter(k -> map.places().get(k) == place)
                .mapToObj(map.from()::get)
                .toList();
    }

    private static String row(CostMatrix costs, int truth) {
        return IntStream.range(0, costs.classes().size())
                .filter(answer -> answer != truth)
                .mapToObj(answer ->
                        String.format(Locale.ROOT, "%s %.4g", costs.classes().get(answer), costs.cost(truth, answer)))
                .collect(Collectors.joining(", "));
    }

    /** What the DL4J zip of the same network holds, where one was written beside the tuned ONNX file. */
    private Optional<String> zip(String record) {
        JsonNode training;
        try {
            training = new ObjectMapper().readTree(record);
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
        JsonNode zip = training.path("zip");
        if (!zip.has("file")) {
            return Optional.empty();
        }
        boolean corrected = training.path("correctedForBalancing").asBoolean();
        return Optional.of("- The same network as a DL4J zip: `"
                + zip.path("file").asText()
                + "` in the folder of the training run; its probabilities differed by at most "
                + String.format(
                        Locale.ROOT, "%.1e", zip.path("largestDifference").asDouble()) + " on "
                + zip.path("pictures").asInt() + " photos."
                + (corrected ? " It holds the correction for balancing, in the bias of its head." : "")
                + (handover.calibrated() ? " It does not hold the temperature." : "")
                + (handover.rule().isPresent() || handover.costs().isPresent()
                        ? " It answers with the classes that were trained, the most probable one first."
                        : ""));
    }

    private String classes() {
        List<String> names = handover.classes();
        return names.size() > MANY_CLASSES
                ? String.join("; ", names.subList(0, 10)) + "; and so on (`classes.txt`)"
                : String.join("; ", names);
    }

    private void data() {
        Evaluation evaluation = handover.evaluation();
        lines.add("## Data");
        lines.add("");
        lines.add("Judged on " + handover.data() + ".");
        lines.add("");
        lines.add("| split | pictures | wrong | error (95 % interval) |");
        lines.add("| --- | --- | --- | --- |");
        for (EvaluatedPart part : evaluation.parts()) {
            lines.add("| " + part.name() + " | " + part.predictions().size() + " | "
                    + part.predictions().errors() + " | " + part.error().percent() + " |");
        }
        lines.add("");
    }

    private void measures(EvaluatedPart part) {
        Measures measures = part.measures();
        lines.add("## On " + part.name());
        lines.add("");
        lines.add("- Accuracy " + measures.accuracy().percent());
        lines.add("- Balanced accuracy " + measures.balancedAccuracy().percent());
        lines.add("- Macro F1 " + measures.macroF1().number());
        lines.add("- Loss " + measures.loss().number());
        lines.add("- Calibration error " + measures.calibrationError().percent());
        lines.add("- ROC area, mean of classes " + measures.macroRocArea().number());
        lines.add("- Average precision, mean of classes "
                + measures.macroAveragePrecision().number());
        lines.add("");
        lines.add("| class | pictures | precision | recall | F1 | ROC area |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        measures.perClass().stream()
                .filter(each -> each.pictures() > 0)
                .limit(MANY_CLASSES)
                .forEach(each -> lines.add(row(each)));
        lines.add("");
    }

    private static String row(ClassMeasures each) {
        return "| " + each.name().replace("|", "\\|") + " | " + each.pictures() + " | "
                + each.precision().percent() + " | " + each.recall().percent() + " | "
                + each.f1().number() + " | " + each.rocArea().number() + " |";
    }

    private void calibration() {
        lines.add("## Calibration");
        lines.add("");
        String temperature = String.format(
                Locale.ROOT, "%.3f", handover.evaluation().temperature().value());
        String on = handover.evaluation().judged().name();
        lines.add(
                handover.calibrated()
                        ? "The logits of `model.onnx` are divided by the temperature " + temperature + ", fitted on "
                                + on + "; the measures above are those without it."
                        : "A temperature of " + temperature + " would calibrate it on " + on
                                + "; it is not part of the file.");
        lines.add("");
    }

    private void limits() {
        Evaluation evaluation = handover.evaluation();
        lines.add("## Limits");
        lines.add("");
        lines.add("- It answers one of its classes for whatever it is shown. A picture of anything else gets an answer"
                + " too, sometimes a confident one; Vermeer warns of pictures unlike those it was trained on.");
        lines.add("- The measures hold for pictures like those it was judged on, within their intervals.");
        if (evaluation.part(Split.TEST).isEmpty()) {
            lines.add(
                    "- It was not judged on a locked test set; choices made on dev make dev's figures look better than"
                            + " they are.");
        }
        evaluation
                .subsets()
                .worst()
                .ifPresent(worst -> lines.add("- It does worse on " + worst.kind() + ", "
                        + worst.name() + ": " + worst.error().percent() + " wrong of " + worst.members().length
                        + " pictures."));
        evaluation
                .labelErrors()
                .filter(errors -> !errors.suspects().isEmpty())
                .ifPresent(errors -> lines.add("- " + errors.suspects().size()
                        + " labels of the pictures it was judged on are suspected to be wrong."));
        if (!evaluation.answers().unread().isEmpty()) {
            lines.add("- " + evaluation.answers().unread().size() + " pictures could not be read and were left out.");
        }
        lines.add("- Where a mistake could do harm, keep a person in the loop.");
        lines.add("- The licence of the pretrained network and of the pictures applies to what was made of them.");
        lines.add("");
    }

    private void running() {
        lines.add("## Running it");
        lines.add("");
        lines.add("`predict.py` (Python with onnxruntime, numpy and pillow) and `Predict.java` (with Vermeer's jar)"
                + " print the most probable classes of a picture. `vermeer open --simple --model model.onnx` shows"
                + " answer, confidence and map in a window.");
    }
}
