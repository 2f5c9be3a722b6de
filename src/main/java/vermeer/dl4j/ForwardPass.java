package vermeer.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.dl4j.Step.LayerStep;
import vermeer.dl4j.Step.VertexStep;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Runs a network step by step as DL4J predicts, and shows every step's input and output to a watcher.
 *
 * <p>Steps get copies: in test mode DL4J's activation layers overwrite what they read, so that the layer before would
 * seem to give what comes after.
 */
final class ForwardPass {
    private final Network network;

    ForwardPass(Network network) {
        this.network = network;
    }

    /** Told of each step, in the order of computing. */
    interface Watcher {

        /** What the steps that follow shall read instead of {@code output}; the output itself where nothing is changed. */
        INDArray computed(Step step, List<INDArray> inputs, INDArray output) throws ConversionException;
    }

    /**
     * @param batch pictures in the source's layout
     * @return the network's output
     * @throws ConversionException where DL4J cannot compute a step, naming it
     */
    INDArray run(INDArray batch, Watcher watcher, Progress progress) throws ConversionException, CancelledException {
        Map<String, INDArray> values = new HashMap<>(Map.of(network.input(), batch));
        Map<String, Integer> reads = readers();
        int done = 0;
        for (Step step : network.steps()) {
            progress.checkCancelled();
            List<INDArray> inputs = step.inputs().stream().map(values::get).toList();
            values.put(step.name(), watcher.computed(step, inputs, compute(step, inputs)));
            for (String read : step.inputs()) {
                if (reads.merge(read, -1, Integer::sum) == 0 && !read.equals(network.input())) {
                    values.remove(read).close();
                }
            }
            progress.report(++done, network.steps().size());
        }
        return values.get(network.output());
    }

    private Map<String, Integer> readers() {
        Map<String, Integer> reads = new HashMap<>();
        network.steps().forEach(step -> step.inputs().forEach(name -> reads.merge(name, 1, Integer::sum)));
        return reads;
    }

    /** The output of one step, in memory of its own, row-major. */
    static INDArray compute(Step step, List<INDArray> inputs) throws ConversionException {
        List<INDArray> copies = inputs.stream().map(input -> input.dup('c')).toList();
        try {
            INDArray output = step instanceof LayerStep layer
                    ? layerOutput(layer, copies.get(0))
                    : vertexOutput((VertexStep) step, copies);
            return output.dup('c');
        } catch (RuntimeException e) {
            throw new ConversionException(
                    "DL4J cannot compute layer '" + step.name() + "' (" + step.kind() + "): " + sentence(e), e);
        }
    }

    private static INDArray layerOutput(LayerStep step, INDArray input) {
        LayerWorkspaceMgr plain = LayerWorkspaceMgr.noWorkspaces();
        step.layer().setInput(preProcessed(step, input), plain);
        INDArray output = step.layer().activate(false, plain);
        return output;
    }

    /** What the layer itself reads. */
    static INDArray preProcessed(LayerStep step, INDArray input) {
        return step.preProcessor() == null
                ? input
                : step.preProcessor().preProcess(input, (int) input.size(0), LayerWorkspaceMgr.noWorkspaces());
    }

    private static INDArray vertexOutput(VertexStep step, List<INDArray> inputs) {
        LayerWorkspaceMgr plain = LayerWorkspaceMgr.noWorkspaces();
        if (step.settings() instanceof PreprocessorVertex settings) {
            // The vertex itself asks the whole graph for its batch size, which only a whole forward pass sets.
            return settings.getPreProcessor()
                    .preProcess(inputs.get(0), (int) inputs.get(0).size(0), plain);
        }
        for (int i = 0; i < inputs.size(); i++) {
            step.vertex().setInput(i, inputs.get(i), plain);
        }
        return step.vertex().doForward(false, plain);
    }

    /** The first line of what went wrong. */
    static String sentence(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
