package vermeer.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.worker.Conversion;
import vermeer.worker.ConversionTask;
import vermeer.worker.TunedZipTask;
import vermeer.worker.WorkerException;
import vermeer.worker.WorkerLoop;

/** The process that opens DL4J and Keras models and turns them into ONNX. */
public final class ConvertWorker {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ConvertWorker() {}

    public static void main(String[] arguments) {
        WorkerLoop.serve(Map.of(
                ConversionTask.CONVERT, (task, progress) -> convert(read(task, ConversionTask.class), progress),
                ConversionTask.ZOO, (task, progress) -> zoo(read(task, ConversionTask.class), progress),
                TunedZipTask.WRITE, (task, progress) -> zip(read(task, TunedZipTask.class), progress)));
    }

    private static <T> T read(JsonNode arguments, Class<T> task) throws WorkerException {
        try {
            return JSON.treeToValue(arguments, task);
        } catch (JsonProcessingException e) {
            throw new WorkerException("The conversion's request is incomplete.", e);
        }
    }

    private static Conversion convert(ConversionTask task, Progress progress)
            throws WorkerException, CancelledException {
        try {
            return FileConversion.run(task, progress);
        } catch (ConversionException e) {
            throw new WorkerException(e.getMessage(), e);
        }
    }

    private static Conversion zoo(ConversionTask task, Progress progress) throws WorkerException, CancelledException {
        try {
            return ZooConversion.run(task.file(), Path.of(task.folder()), progress);
        } catch (ConversionException e) {
            throw new WorkerException(e.getMessage(), e);
        }
    }

    private static TunedZipTask.Written zip(TunedZipTask task, Progress progress)
            throws WorkerException, CancelledException {
        try {
            return TunedZip.write(task, progress);
        } catch (ConversionException e) {
            throw new WorkerException(e.getMessage(), e);
        }
    }
}
