package vermeer.model;

import java.nio.file.Path;
import java.util.Set;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.graph.ReadGraph;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Reads ONNX files; the weights stay in the mapped file. */
public final class OnnxModelReader implements ModelReader {

    @Override
    public Set<ModelFormat> formats() {
        return Set.of(ModelFormat.ONNX);
    }

    @Override
    public ReadModel read(Path file, Progress progress) throws ModelException, CancelledException {
        progress.checkCancelled();
        try {
            ReadGraph read = OnnxReader.open(file);
            return new ReadModel(read.graph(), read.notices());
        } catch (GraphException unreadable) {
            throw new ModelException(unreadable.getMessage(), unreadable);
        }
    }
}
