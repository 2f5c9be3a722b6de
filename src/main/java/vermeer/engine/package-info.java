/**
 * ONNX Runtime: providers, sessions, planned batches, cancelling. The only package that knows {@code ai.onnxruntime}.
 *
 * <p>Threads: runs are long and belong on the compute lane, which uses the sessions one run at a time. Nevertheless every
 * public method may be called from any thread: a {@link vermeer.engine.Session} may be run by several threads at once,
 * and the native session behind it is closed only when nobody runs it.
 *
 * <p>Memory: large constants are never copied to the Java heap. They are handed to ONNX Runtime where they lie, in the
 * mapped model file, and are so shared by all sessions of one model.
 */
package vermeer.engine;
