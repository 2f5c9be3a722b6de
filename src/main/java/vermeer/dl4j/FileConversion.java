package vermeer.dl4j;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.NpyException;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;
import vermeer.worker.ConversionTask;

/** Converts one file. */
final class FileConversion {
    private static final long SEED = 20_260_101;
    private static final int RANDOM_PICTURES = 2;

    private FileConversion() {}

    static Conversion run(ConversionTask task, Progress progress) throws ConversionException, CancelledException {
        Path folder = Path.of(task.folder());
        OpenedModel model = SourceFile.open(Path.of(task.file()), folder);
        progress.checkCancelled();
        boolean last = model.network().channelsLast();
        long[] shape = model.shapes().shape(task.size(), last);
        List<String> notices = new ArrayList<>(model.notices());
        if (model.shapes().open() && task.size().isEmpty()) {
            notices.add("The file does not say how large its pictures are; " + InputShapes.USUAL + " x "
                    + InputShapes.USUAL + " is assumed. A profile beside the file can say otherwise.");
        }
        return Export.write(
                model.network(), batch(shape, last, task.photo()), metadata(model, last), notices, folder, progress);
    }

    private static Map<String, String> metadata(OpenedModel model, boolean channelsLast) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("vermeer.source", model.format());
        metadata.put("vermeer.layout", channelsLast ? "NHWC" : "NCHW");
        model.labels().ifPresent(labels -> metadata.put("vermeer.classes", labels.strip()));
        return metadata;
    }

    /** Two random pictures, and a photo: the one that was sent, else the one that is always there. */
    private static INDArray batch(long[] shape, boolean channelsLast, String photo) throws ConversionException {
        long[] batch = {RANDOM_PICTURES, shape[0], shape[1], shape[2]};
        INDArray random = RandomWeights.pictures(SEED, batch);
        INDArray seen = photo.isEmpty() ? ParityPhoto.of(shape, channelsLast) : photo(Path.of(photo), shape);
        return Nd4j.concat(0, random, seen);
    }

    private static INDArray photo(Path file, long[] shape) throws ConversionException {
        try {
            Tensor tensor = Npy.read(file);
            long[] item = Arrays.stream(tensor.itemShape()).asLongStream().toArray();
            if (!Arrays.equals(item, shape)) {
                throw new ConversionException("The network reads pictures of shape " + Arrays.toString(shape)
                        + ", but the photo to compare with has " + Arrays.toString(item) + ".");
            }
            return Nd4j.createFromArray(tensor.data()).reshape(tensor.batch(), shape[0], shape[1], shape[2]);
        } catch (NpyException e) {
            throw new ConversionException(e.getMessage(), e);
        }
    }
}
