package vermeer.engine;

import ai.onnxruntime.OrtException;
import java.util.Locale;

/** What ONNX Runtime reports, as one sentence for the user. */
final class Failure {
    private static final int LONGEST = 300;

    private Failure() {}

    private static boolean outOfMemory(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("failed to allocate memory")
                || message.contains("bad_alloc")
                || message.contains("bad allocation")
                || message.contains("out of memory")
                || message.contains("allocation failure")
                || message.contains("bfcarena::allocaterawinternal");
    }

    static EngineException opening(String graph, OrtException failure) {
        return new EngineException(
                "ONNX Runtime cannot open the network" + named(graph) + ": " + reason(failure), failure);
    }

    static EngineException running(String graph, OrtException failure) {
        if (outOfMemory(failure)) {
            return new EngineException(
                    "There is not enough memory to run the network" + named(graph)
                            + " on so many pictures at once; close other programs or use a smaller network.",
                    failure,
                    true);
        }
        return new EngineException(
                "ONNX Runtime stopped while running the network" + named(graph) + ": " + reason(failure), failure);
    }

    private static String named(String graph) {
        return graph.isBlank() ? "" : " '" + graph + "'";
    }

    /** The runtime's own words on one line, without its code and source positions. */
    private static String reason(OrtException failure) {
        String text = String.valueOf(failure.getMessage())
                .replaceAll("\\s+", " ")
                .replaceAll("Error code - \\S+ - message: ", "")
                .replaceAll("/\\S+\\.(cc|h|cpp):\\d+ ", "")
                .strip();
        String shortened = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
        return shortened.endsWith(".") ? shortened : shortened + ".";
    }
}
