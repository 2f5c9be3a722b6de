/**
 * An ONNX graph as an immutable value: reading, upgrading, checking, folding, static shapes, writing.
 *
 * <p>Words used everywhere: a <em>value</em> is a named tensor that flows through the graph; a <em>constant</em> is a
 * value that is known before any run (ONNX: initializer); a <em>shape</em> is an array of extents in which a negative
 * extent {@code -k} stands for {@code k} times the batch size, so {@code [-1, 3, 224, 224]} is a batch of pictures and
 * {@code [-64, 49, 96]} their 64 windows each.
 */
package vermeer.graph;
