/**
 * Deeplearning4j, inside worker processes only: opens DL4J zips, Keras files and zoo networks behind a guard and turns
 * them into ONNX graphs, with every layer's own output as evidence for the comparison with ONNX Runtime.
 *
 * <p>Words: a <em>step</em> is a layer or vertex in the order of computing; a picture that DL4J holds channels last is
 * held channels first in the graph, so only the graph's input keeps the source's layout.
 */
package vermeer.dl4j;
