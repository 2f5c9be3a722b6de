/**
 * Static shapes, element types and values, before any run, with the batch size kept symbolic.
 *
 * <p>{@link vermeer.graph.shape.Shapes} knows them for a whole graph and for nodes that are added to it. Each operator has one
 * line in {@link vermeer.graph.shape.ShapeRules} (its outputs' shapes) and, where exporters compute shapes or small constants with
 * it, one in {@link vermeer.graph.shape.ValueRules} (its output itself).
 */
package vermeer.graph.shape;
