package vermeer.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.modelimport.keras.preprocessors.TensorFlowCnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.preprocessors.PermutePreprocessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What reshapes values between layers: flattening pictures in DL4J's order, and what Keras's Reshape and Permute become. */
final class PreProcessorRules {
    private PreProcessorRules() {}

    /**
     * @param shape of the result in DL4J
     * @return what the layer reads
     */
    static Value emit(InputPreProcessor preProcessor, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        if (preProcessor instanceof ComposableInputPreProcessor several) {
            Value value = input;
            for (InputPreProcessor part : several.getInputPreProcessors()) {
                value = emit(part, value, shapeAfter(part, value.shape()), graph);
            }
            return value;
        }
        if (preProcessor instanceof TensorFlowCnnToFeedForwardPreProcessor && input.rank() == 4) {
            Value last = new Value(
                    graph.node("Transpose", Map.of("perm", Emitter.ints(0, 2, 3, 1)), graph.asInSource(input)),
                    input.shape(),
                    false);
            return graph.reshape(last, shape, false);
        }
        if (preProcessor instanceof CnnToFeedForwardPreProcessor
                || preProcessor instanceof FeedForwardToCnnPreProcessor
                || preProcessor instanceof ReshapePreprocessor) {
            return shape.length == input.rank() && java.util.Arrays.equals(shape, input.shape())
                    ? input
                    : graph.reshape(input, shape, graph.channelsLast());
        }
        if (preProcessor instanceof PermutePreprocessor permute) {
            return permuted(permute, input, shape, graph);
        }
        throw new ConversionException(
                "its input preprocessor " + preProcessor.getClass().getSimpleName() + " has no ONNX form in Vermeer");
    }

    private static Value permuted(PermutePreprocessor permute, Value input, long[] shape, Emitter graph) {
        int[] order = permute.getPermutationIndices();
        String name = graph.node("Transpose", Map.of("perm", Emitter.ints(order)), graph.asInSource(input));
        boolean move = graph.channelsLast() && shape.length == 4;
        return new Value(
                move ? graph.node("Transpose", Map.of("perm", Emitter.ints(0, 3, 1, 2)), name) : name, shape, move);
    }

    private static long[] shapeAfter(InputPreProcessor part, long[] shape) {
        INDArray probe = Nd4j.zeros(shape);
        return part.preProcess(probe, (int) shape[0], LayerWorkspaceMgr.noWorkspaces())
                .shape();
    }
}
