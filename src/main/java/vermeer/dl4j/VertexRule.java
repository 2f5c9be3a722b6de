package vermeer.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;

/** How one kind of vertex is written as ONNX nodes. */
@FunctionalInterface
interface VertexRule<V extends GraphVertex> {

    /** @return the name of the output in the graph, channels first where the inputs are */
    String emit(V vertex, List<Value> inputs, long[] shape, Emitter graph) throws ConversionException;
}
