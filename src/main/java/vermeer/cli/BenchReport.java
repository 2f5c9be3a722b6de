package vermeer.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What {@code bench} measured; times in milliseconds.
 *
 * @param model the model's name
 * @param engine ONNX Runtime's version and provider
 * @param plannedBatch the batch that Vermeer plans for the forward pass
 * @param entries bare forward passes, forward passes, gradients and methods
 * @param occlusion occlusion with window 32 and stride 8
 * @param unavailable the reason of each method that cannot explain this model, by name
 * @param peakRssMegabytes empty where the system does not tell
 */
record BenchReport(
        String model,
        String engine,
        int plannedBatch,
        StartUp startUp,
        List<Entry> entries,
        Windows occlusion,
        Map<String, String> unavailable,
        OptionalDouble peakRssMegabytes) {

    /** Milliseconds since the process began. */
    record StartUp(double command, double modelOpen, double firstPrediction) {}

    /**
     * One thing measured.
     *
     * @param batch the number of pictures it was asked for at once
     * @param milliseconds a picture
     * @param multiple of the bare forward pass at the same batch
     */
    record Entry(String name, int batch, double milliseconds, double multiple) {}

    /**
     * Occlusion against its forward passes.
     *
     * @param milliseconds the whole map
     * @param forwards as many bare forward passes as there are windows, at the batch at which they are fastest
     */
    record Windows(int windows, double milliseconds, double forwards, double multiple) {}
}
