/** ONNX Runtime: providers, sessions, planned batches, cancelling. The only package that knows {@code ai.onnxruntime}. */
package vermeer.engine;
