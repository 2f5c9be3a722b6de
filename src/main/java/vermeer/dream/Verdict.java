package vermeer.dream;

import java.util.LinkedHashMap;
import java.util.Map;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * What the network says of a finished picture, read as every picture is.
 *
 * @param logit the class's logit
 * @param probability the class's probability, 0 to 1
 * @param rank the class's place among all, 1 for the most probable
 */
record Verdict(double logit, double probability, int rank) {

    static Verdict of(OpenModel model, Picture picture, int classIndex, Progress progress)
            throws EngineException, CancelledException {
        Tensor logits = model.scores().logits(model.preprocessing().input(picture), progress.part(0, 0));
        float[] values = model.scores().probabilities(logits).data();
        double logit = model.target(classIndex).value(logits.data(), 0);
        if (values.length == 1) {
            double probability = classIndex == 1 ? values[0] : 1.0 - values[0];
            return new Verdict(logit, probability, probability >= 0.5 ? 1 : 2);
        }
        int rank = 1;
        for (float value : values) {
            rank += value > values[classIndex] ? 1 : 0;
        }
        return new Verdict(logit, values[classIndex], rank);
    }

    Map<String, Double> facts() {
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("logit", logit);
        facts.put("probability", probability);
        facts.put("rank", (double) rank);
        return facts;
    }
}
