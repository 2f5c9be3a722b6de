/**
 * From a graph as exported to the one graph that everything else works on: one operator set ({@link
 * vermeer.graph.prepare.Upgrade}), no shape arithmetic ({@link vermeer.graph.prepare.Folding}), a free batch ({@link
 * vermeer.graph.prepare.FreeBatch}), float32 input ({@link vermeer.graph.prepare.FloatInput}). {@link
 * vermeer.graph.prepare.Preparation} does all of it.
 */
package vermeer.graph.prepare;
