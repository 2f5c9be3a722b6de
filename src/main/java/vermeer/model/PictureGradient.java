package vermeer.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.gradient.DifferentiatedGraph;
import vermeer.graph.gradient.Differentiation;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.Shapes;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Sessions.GradientSession;
import vermeer.tensor.Tensor;

/**
 * A value that a graph makes of a picture, and the gradient of {@code sum(value * seed)} with respect to the picture. The
 * graph may be any that is made of a model's: cut off at an inner value, for pictures of another size, or with nodes added
 * that compute a loss.
 *
 * @apiNote Long-running; call on the compute lane.
 */
public final class PictureGradient implements AutoCloseable {
    private final Opening opening;
    private final Runnable closing;
    private final String input;
    private final String output;
    private final int[] outputShape;

    /** Gives the session to run, which another may have taken the place of since the last time. */
    private interface Opening {
        GradientSession session() throws EngineException;
    }

    private PictureGradient(Opening opening, Runnable closing, String input, String output, int[] outputShape) {
        this.opening = opening;
        this.closing = closing;
        this.input = input;
        this.output = output;
        this.outputShape = outputShape;
    }

    /**
     * What a picture gives.
     *
     * @param output the differentiated value, {@code [1, ...]}
     * @param input d sum(output * seed) / d picture, shaped as the picture
     */
    public record Answer(Tensor output, Tensor input) {}

    static PictureGradient open(Engine engine, Graph graph, String output) throws EngineException {
        try {
            Shapes shapes = Shapes.infer(graph);
            DifferentiatedGraph names =
                    Differentiation.differentiate(graph, shapes, output, RuleTable.STANDARD, List.of(), 1);
            String input = graph.inputs().get(0).name();
            GradientSession opened = new GradientSession(engine.open(names.graph()), names);
            int[] outputShape = Classifier.item(shapes.shape(output));
            return new PictureGradient(() -> opened, opened.session()::close, input, output, outputShape);
        } catch (GraphException impossible) {
            throw new EngineException(impossible.getMessage(), impossible);
        }
    }

    /** The gradient of a classifier's logits, on the session that explanations use, which stays open. */
    static PictureGradient ofLogits(Sessions sessions, Classifier classifier) {
        return new PictureGradient(
                () -> sessions.gradient(RuleTable.STANDARD, List.of(), 1),
                () -> {},
                classifier.input().name(),
                classifier.logits().name(),
                Classifier.item(classifier.logits().shape()));
    }

    /** The shape of the differentiated value, without the batch axis. */
    public int[] outputShape() {
        return outputShape.clone();
    }

    /** The value for one picture, {@code [1, ...]}. */
    public Tensor value(Tensor picture, Progress progress) throws EngineException, CancelledException {
        return gradient(picture, Tensor.zeros(batchOfOne()), progress).output();
    }

    /**
     * The value for one picture and its gradient.
     *
     * @param picture {@code [1, ...]} as the graph reads it
     * @param seed the weight of each element of the value, {@code [1, ...]}
     */
    public Answer gradient(Tensor picture, Tensor seed, Progress progress) throws EngineException, CancelledException {
        GradientSession opened = opening.session();
        DifferentiatedGraph names = opened.names();
        Map<String, Tensor> inputs = new HashMap<>();
        inputs.put(input, picture);
        inputs.put(names.seeds().get(0), seed);
        String gradient = names.inputGradients().get(0);
        Map<String, Tensor> results =
                opened.session().run(inputs, new ArrayList<>(List.of(output, gradient)), progress);
        return new Answer(results.get(output), results.get(gradient));
    }

    private int[] batchOfOne() {
        int[] shape = new int[outputShape.length + 1];
        shape[0] = 1;
        System.arraycopy(outputShape, 0, shape, 1, outputShape.length);
        return shape;
    }

    /** Gives up the session, unless it is the model's. */
    @Override
    public void close() {
        closing.run();
    }
}
