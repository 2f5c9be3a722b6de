package vermeer.model;

import java.util.List;
import java.util.Locale;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/** What a graph that does not classify pictures looks like, as one sentence. */
final class OtherTask {
    private OtherTask() {}

    static String of(List<ValueInfo> outputs, Shapes shapes) throws GraphException {
        for (ValueInfo output : outputs) {
            String name = output.name().toLowerCase(Locale.ROOT);
            long[] shape = shape(output, shapes);
            boolean boxes = name.contains("box")
                    || name.contains("detection")
                    || name.contains("bbox")
                    || shape.length == 3 && (shape[2] == 4 || shape[2] == 85 || shape[1] == 84 || shape[1] == 4);
            if (boxes) {
                return "This is a detection model (its output '" + output.name()
                        + "' holds boxes); Vermeer explains image classifiers, so export the classifier that it is"
                        + " built on.";
            }
        }
        ValueInfo first = outputs.get(0);
        long[] shape = shape(first, shapes);
        if (shape.length == 4 && shape[2] > 1 && shape[3] > 1) {
            return "This model answers for every pixel (its output '" + first.name() + "' has the shape "
                    + ClassifierReading.describe(shape)
                    + "), as segmentation does; Vermeer explains networks that classify whole pictures.";
        }
        return "Its output '" + first.name() + "' has the shape " + ClassifierReading.describe(shape)
                + ", not one score a class; export the network with its classifying layer as output.";
    }

    private static long[] shape(ValueInfo output, Shapes shapes) throws GraphException {
        return shapes.known(output.name()) ? shapes.shape(output.name()) : output.shape();
    }
}
