package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.cache.DiskCache;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.graph.ReadGraph;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Reads Deeplearning4j zips and Keras HDF5 files by converting them to ONNX in a worker process, once. */
public final class ConvertingModelReader implements ModelReader {
    private final ConversionService service;
    private final DiskCache cache;

    /** @param cache whose folder the service keeps its graphs in; it is held to its limit */
    public ConvertingModelReader(ConversionService service, DiskCache cache) {
        this.service = service;
        this.cache = cache;
    }

    @Override
    public Set<ModelFormat> formats() {
        return Set.of(ModelFormat.DL4J, ModelFormat.KERAS_HDF5);
    }

    @Override
    public ReadModel read(Path file, Progress progress) throws ModelException, CancelledException {
        return read(service.toOnnx(file, progress));
    }

    /** A network of Deeplearning4j's zoo with random weights. */
    ConvertedModel zoo(String name, Progress progress) throws ModelException, CancelledException {
        return service.zoo(name, progress);
    }

    /** The graph that a conversion made. */
    ReadModel read(ConvertedModel converted) throws ModelException {
        cache.use(converted.onnx());
        try {
            ReadGraph read = OnnxReader.open(converted.onnx());
            List<String> notices = new ArrayList<>(converted.notices());
            notices.addAll(read.notices());
            return new ReadModel(read.graph(), notices, Optional.of(converted.parity()));
        } catch (GraphException damaged) {
            throw new ModelException(
                    "The converted graph in the cache is damaged; clear the cache and open the model again.", damaged);
        }
    }
}
