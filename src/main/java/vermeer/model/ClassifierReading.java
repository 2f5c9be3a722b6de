package vermeer.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.image.Layout;

/** Understands a prepared graph as an image classifier, or says why it is none. */
final class ClassifierReading {
    private static final List<String> CLASSIFYING =
            List.of("logits", "logit", "prob", "probabilities", "softmax", "predictions", "output", "class");

    private final Graph graph;
    private final Shapes shapes;
    private final List<String> notices = new ArrayList<>();

    private ClassifierReading(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    /**
     * @param prepared a graph with one input, whose shapes are known but for the batch
     * @throws ModelException where it is no image classifier; the sentence says what it looks like instead
     */
    static Classifier read(Graph prepared) throws ModelException {
        try {
            return new ClassifierReading(prepared, Shapes.infer(prepared)).read();
        } catch (GraphException unclear) {
            throw new ModelException(unclear.getMessage(), unclear);
        }
    }

    private Classifier read() throws ModelException, GraphException {
        ValueInfo input = graph.inputs().get(0);
        Layout layout = InputLayout.of(input.shape())
                .orElseThrow(() -> new ModelException("Its input '" + input.name() + "' has the shape "
                        + describe(input.shape())
                        + ", but a picture has rows, columns and 1 or 3 channels; Vermeer explains"
                        + " image classifiers."));
        String output = output();
        HeadFinder.Found found = new HeadFinder(graph).find(output);
        ValueInfo logits = value(found.logits());
        checkClasses(logits);
        Head head = head(found.ending(), logits);
        Graph explained = graph.reachingOnly(List.of(logits));
        return new Classifier(explained, shapes, input, layout, logits, head, notices);
    }

    private Head head(Optional<String> ending, ValueInfo logits) {
        int classes = Arrays.stream(Classifier.item(logits.shape())).reduce(1, (a, b) -> a * b);
        if (classes == 1) {
            return Head.BINARY;
        }
        return ending.map(operator -> operator.equals("Sigmoid") ? Head.SIGMOID : Head.SOFTMAX)
                .orElse(Head.LOGITS);
    }

    /** The output that classifies: the only one, or the one that looks most like it. */
    private String output() throws ModelException, GraphException {
        List<ValueInfo> scores = new ArrayList<>();
        for (ValueInfo declared : graph.outputs()) {
            ValueInfo value = shapes.known(declared.name()) ? value(declared.name()) : declared;
            if (value.type() == ElementType.FLOAT && isScores(value.shape())) {
                scores.add(value);
            }
        }
        if (scores.isEmpty()) {
            throw new ModelException(OtherTask.of(graph.outputs(), shapes));
        }
        ValueInfo chosen = scores.stream()
                .filter(value -> CLASSIFYING.stream().anyMatch(value.name().toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .orElse(scores.get(0));
        if (graph.outputs().size() > 1) {
            notices.add(
                    "The network has " + graph.outputs().size() + " outputs; '" + chosen.name() + "' is explained.");
        }
        return chosen.name();
    }

    private void checkClasses(ValueInfo logits) throws ModelException {
        if (!isScores(logits.shape())) {
            throw new ModelException("Its logits '" + logits.name() + "' have the shape " + describe(logits.shape())
                    + ", which is not one score a class and picture.");
        }
    }

    /** {@code [batch, classes]}, perhaps with axes of extent 1. */
    private static boolean isScores(long[] shape) {
        long wide = Arrays.stream(shape).skip(1).filter(extent -> extent > 1).count();
        boolean known = Arrays.stream(shape).skip(1).allMatch(extent -> extent > 0);
        return shape.length >= 2 && (shape[0] == -1 || shape[0] > 0) && known && wide <= 1;
    }

    private ValueInfo value(String name) throws GraphException {
        return new ValueInfo(name, shapes.type(name), shapes.shape(name));
    }

    static String describe(long[] shape) {
        StringBuilder text = new StringBuilder("[");
        for (long extent : shape) {
            text.append(text.length() == 1 ? "" : ", ");
            text.append(extent == Graph.UNKNOWN ? "?" : extent == -1 ? "n" : extent < 0 ? -extent + "n" : extent + "");
        }
        return text.append("]").toString();
    }
}
