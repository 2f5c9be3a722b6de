package vermeer.worker;

/**
 * What a worker process is for. Each purpose has processes of its own, so that none can disturb another.
 *
 * @param name for the log
 * @param mainClass whose {@code main} the process runs; named, because it may not be known to this package
 * @param activity what the worker does, for messages: "The worker that ... stopped"
 * @param heapMegabytes the most Java heap
 * @param nativeMegabytes the most memory that its native libraries may take; 0 where it has none
 * @param kept whether a process is kept for the next task; where not, every task gets a process of its own
 * @param computes whether Java itself computes for long there, so that its code is worth compiling well; else it starts fast
 */
public record Purpose(
        String name,
        String mainClass,
        String activity,
        int heapMegabytes,
        int nativeMegabytes,
        boolean kept,
        boolean computes) {

    /** Reads pictures whose parsers may hang or break; without ND4J. */
    public static final Purpose DECODE =
            new Purpose("decode", "vermeer.worker.DecodeWorker", "reads pictures", 1024, 0, true, false);
    /** Opens DL4J and Keras models and turns them into ONNX. */
    public static final Purpose CONVERT =
            new Purpose("convert", "vermeer.dl4j.ConvertWorker", "converts models", 1024, 3072, false, true);
    /** Reads frames of cameras and video files by OpenCV; without ND4J. */
    public static final Purpose CAMERA = new Purpose(
            "camera", "vermeer.camera.capture.CaptureWorker", "reads cameras and videos", 256, 512, true, true);
    /** Trains the tail of a network; without ND4J. */
    public static final Purpose TRAIN =
            new Purpose("train", "vermeer.train.loop.TrainWorker", "trains", 2048, 0, true, true);
}
