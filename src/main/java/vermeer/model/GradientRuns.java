package vermeer.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.DifferentiatedGraph;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.PropagationGraph;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Sessions.GradientSession;
import vermeer.model.Sessions.PropagationSession;
import vermeer.tensor.Tensor;

/** Gradients of targets, computed by the engine from differentiated graphs. */
final class GradientRuns extends ForwardRuns implements Gradients {
    /** What was once found out by going through the graph; the window asks from the thread that draws it. */
    private final Map<Object, Optional<String>> refusals = new ConcurrentHashMap<>();

    GradientRuns(Classifier classifier, Preprocessing preprocessing, Sessions sessions) {
        super(classifier, preprocessing, sessions);
    }

    /** Why a classifier cannot be differentiated by these rules; empty where it can. */
    static Optional<String> unavailable(Classifier classifier, RuleTable rules) {
        return rules.refusal(
                classifier.graph(), classifier.shapes(), classifier.logits().name());
    }

    @Override
    public Optional<String> unavailable(RuleTable rules) {
        return refusals.computeIfAbsent(rules, asked -> unavailable(classifier(), rules));
    }

    @Override
    public Gradient gradient(Tensor batch, Target target, RuleTable rules, List<String> values, Progress progress)
            throws EngineException, CancelledException {
        checkBatch(batch);
        List<String> inner = List.copyOf(new LinkedHashSet<>(values));
        GradientSession opened = sessions().gradient(rules, inner, 1);
        DifferentiatedGraph names = opened.names();
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(classifier().input().name(), batch);
        inputs.put(names.seeds().get(0), seeds(target, batch.batch()));
        Map<String, Tensor> results = opened.session().runPlanned(inputs, outputs(names, inner), progress);
        Map<String, Tensor> activations = new LinkedHashMap<>();
        Map<String, Tensor> gradients = new LinkedHashMap<>();
        for (String value : inner) {
            activations.put(value, results.get(value));
            gradients.put(value, results.get(names.innerGradients().get(value).get(0)));
        }
        return new Gradient(
                flat(results.get(classifier().logits().name())),
                results.get(names.inputGradients().get(0)),
                activations,
                gradients);
    }

    @Override
    public Several gradients(Tensor batch, Tensor seeds, Progress progress) throws EngineException, CancelledException {
        checkBatch(batch);
        int sums = seeds.shape()[1];
        GradientSession opened = sessions().gradient(RuleTable.STANDARD, List.of(), sums);
        DifferentiatedGraph names = opened.names();
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(classifier().input().name(), batch);
        for (int sum = 0; sum < sums; sum++) {
            inputs.put(names.seeds().get(sum), new Tensor(seedShape(batch.batch()), column(seeds, sum)));
        }
        Set<String> outputs = new LinkedHashSet<>(names.inputGradients());
        outputs.add(classifier().logits().name());
        Map<String, Tensor> results = opened.session().runPlanned(inputs, List.copyOf(outputs), progress);
        return new Several(
                flat(results.get(classifier().logits().name())),
                names.inputGradients().stream().map(results::get).toList());
    }

    /** The weights of one sum for every picture. */
    private static float[] column(Tensor seeds, int sum) {
        int sums = seeds.shape()[1];
        int classes = seeds.shape()[2];
        float[] column = new float[seeds.batch() * classes];
        for (int i = 0; i < seeds.batch(); i++) {
            System.arraycopy(seeds.data(), (i * sums + sum) * classes, column, i * classes, classes);
        }
        return column;
    }

    @Override
    public Optional<String> unavailable(Propagation propagation) {
        return refusals.computeIfAbsent(
                propagation,
                asked -> propagation.refusal(
                        classifier().graph(),
                        classifier().shapes(),
                        classifier().logits().name()));
    }

    @Override
    public Propagated propagate(
            Propagation propagation, Tensor batch, Optional<Tensor> baselines, Target target, Progress progress)
            throws EngineException, CancelledException {
        checkBatch(batch);
        PropagationSession opened = sessions().propagation(propagation);
        PropagationGraph names = opened.names();
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(classifier().input().name(), batch);
        inputs.put(names.seed(), seeds(target, batch.batch()));
        if (names.baseline().isPresent()) {
            inputs.put(names.baseline().get(), baselines.orElseThrow());
        }
        Set<String> outputs = new LinkedHashSet<>(List.of(names.output(), names.input()));
        outputs.addAll(names.values().values());
        outputs.addAll(names.maps());
        Map<String, Tensor> results = opened.session().runPlanned(inputs, List.copyOf(outputs), progress);
        Map<String, Tensor> values = new HashMap<>();
        names.values().forEach((meaning, value) -> values.put(meaning, results.get(value)));
        return new Propagated(
                flat(results.get(names.output())),
                results.get(names.input()),
                values,
                names.maps().stream().map(results::get).toList(),
                names.notices());
    }

    private List<String> outputs(DifferentiatedGraph names, List<String> inner) {
        List<String> outputs = new ArrayList<>(List.of(classifier().logits().name()));
        outputs.add(names.inputGradients().get(0));
        for (String value : inner) {
            outputs.add(value);
            outputs.add(names.innerGradients().get(value).get(0));
        }
        return outputs.stream().distinct().toList();
    }

    /** The target's seed for every picture, shaped as the graph's logits. */
    private Tensor seeds(Target target, int pictures) {
        return new Tensor(seedShape(1), target.seed(classes())).repeat(pictures);
    }

    private int[] seedShape(int pictures) {
        int[] item = Classifier.item(classifier().logits().shape());
        int[] shape = new int[item.length + 1];
        shape[0] = pictures;
        System.arraycopy(item, 0, shape, 1, item.length);
        return shape;
    }
}
