package vermeer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.graph.gradient.DifferentiatedGraph;
import vermeer.graph.gradient.Differentiation;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.PropagationGraph;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.Shapes;

/**
 * The sessions of one model: its graph with the inner values that are read, and its differentiated graphs. Each is made at
 * first use and kept, until too many others were used since.
 */
final class Sessions implements AutoCloseable {
    private static final int KEPT = 8;

    private final Engine engine;
    private final Classifier classifier;
    private final Map<Object, Opened> opened = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /**
     * A session and what is needed to read it.
     *
     * @param differentiated names the gradients; empty for other sessions
     * @param propagation names what a propagation gives; empty for other sessions
     */
    private record Opened(
            Session session, Optional<DifferentiatedGraph> differentiated, Optional<PropagationGraph> propagation) {}

    /** A differentiated graph's session with its names. */
    record GradientSession(Session session, DifferentiatedGraph names) {}

    /** A propagation's session with its names. */
    record PropagationSession(Session session, PropagationGraph names) {}

    private record TailKey(String value) {}

    private record GradientKey(RuleTable rules, List<String> values, int seeds) {}

    Sessions(Engine engine, Classifier classifier) {
        this.engine = engine;
        this.classifier = classifier;
    }

    /** Sessions of another network, on the same engine. */
    Sessions of(Classifier other) {
        return new Sessions(engine, other);
    }

    /** The graph with these inner values as outputs besides the logits. */
    synchronized Session forward(List<String> values) throws EngineException {
        Opened found = opened.get(values);
        if (found == null) {
            List<ValueInfo> outputs = new ArrayList<>(List.of(classifier.logits()));
            for (String value : values) {
                outputs.add(declared(value));
            }
            found = keep(
                    List.copyOf(values), classifier.graph().withOutputs(outputs), Optional.empty(), Optional.empty());
        }
        return found.session();
    }

    /** The graph from this value on, see {@link GraphTail}. */
    synchronized Session tail(String value) throws EngineException {
        TailKey key = new TailKey(value);
        Opened found = opened.get(key);
        if (found == null) {
            found = keep(key, GraphTail.of(classifier, value), Optional.empty(), Optional.empty());
        }
        return found.session();
    }

    /** The graph differentiated by these rules with respect to the input and these inner values. */
    synchronized GradientSession gradient(RuleTable rules, List<String> values, int seeds) throws EngineException {
        GradientKey key = new GradientKey(rules, List.copyOf(values), seeds);
        Opened found = opened.get(key);
        if (found == null) {
            DifferentiatedGraph differentiated = differentiate(rules, values, seeds);
            found = keep(key, differentiated.graph(), Optional.of(differentiated), Optional.empty());
        }
        return new GradientSession(found.session(), found.differentiated().orElseThrow());
    }

    /** The graph that goes back to the input by this propagation. */
    synchronized PropagationSession propagation(Propagation propagation) throws EngineException {
        Opened found = opened.get(propagation);
        if (found == null) {
            PropagationGraph names = propagate(propagation);
            found = keep(propagation, names.graph(), Optional.empty(), Optional.of(names));
        }
        return new PropagationSession(found.session(), found.propagation().orElseThrow());
    }

    /** The gradient of another graph's value, on the same engine; the caller closes it. */
    PictureGradient gradientOf(Graph graph, String output) throws EngineException {
        return PictureGradient.open(engine, graph, output);
    }

    private PropagationGraph propagate(Propagation propagation) throws EngineException {
        try {
            Shapes shapes = Shapes.infer(classifier.graph());
            return propagation.apply(
                    classifier.graph(), shapes, classifier.logits().name());
        } catch (GraphException impossible) {
            throw new EngineException(impossible.getMessage(), impossible);
        }
    }

    private DifferentiatedGraph differentiate(RuleTable rules, List<String> values, int seeds) throws EngineException {
        try {
            return Differentiation.differentiate(
                    classifier.graph(), classifier.shapes(), classifier.logits().name(), rules, values, seeds);
        } catch (GraphException impossible) {
            throw new EngineException(impossible.getMessage(), impossible);
        }
    }

    private Opened keep(
            Object key,
            Graph graph,
            Optional<DifferentiatedGraph> differentiated,
            Optional<PropagationGraph> propagation)
            throws EngineException {
        if (closed) {
            throw new EngineException("The model was closed while it was being used; open it again.");
        }
        Opened added = new Opened(engine.open(graph), differentiated, propagation);
        opened.put(key, added);
        if (opened.size() > KEPT) {
            Object oldest = opened.keySet().iterator().next();
            opened.remove(oldest).session().close();
        }
        return added;
    }

    private ValueInfo declared(String value) throws EngineException {
        try {
            return new ValueInfo(
                    value, classifier.shapes().type(value), classifier.shapes().shape(value));
        } catch (GraphException unknown) {
            throw new EngineException("The network has no inner value '" + value + "'.", unknown);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        opened.values().forEach(entry -> entry.session().close());
        opened.clear();
    }
}
