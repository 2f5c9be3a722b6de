package vermeer.train.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.data.augmentation.Variant;
import vermeer.data.augmentation.VariantInputs;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.ValueInfo;
import vermeer.image.Decoder;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.TrainingException;

/**
 * Reads pictures, runs the frozen part over them and writes the values. Batches have one size always, so that the same
 * pictures give the same bits.
 */
final class FeatureComputation implements AutoCloseable {
    private static final int TOGETHER = 8;

    private final FeatureRequest request;
    private final Progress progress;
    private final VariantInputs inputs;
    private final Optional<Session> session;
    private final List<Features.Unreadable> unreadable = new ArrayList<>();

    FeatureComputation(Engine engine, Decoder pictures, FeatureRequest request, Progress progress)
            throws EngineException, TrainingException {
        this.request = request;
        this.progress = progress;
        this.inputs = new VariantInputs(request.variants(), request.profile(), pictures);
        boolean atInput = request.cut().value().equals(request.backbone().input());
        this.session = atInput ? Optional.empty() : Optional.of(engine.open(frozen(request)));
    }

    /** Why the writing of a file ended before it was whole; carried through the writer of files. */
    static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;

        Ended(Exception cause) {
            super(cause);
        }

        void rethrow() throws CancelledException, TrainingException {
            if (getCause() instanceof CancelledException cancelled) {
                throw cancelled;
            }
            throw new TrainingException(getCause().getMessage(), getCause());
        }
    }

    /** One form's input, or why it has none. */
    private record Read(Variant form, List<Tensor> inputs, Optional<String> reason) {}

    private static Graph frozen(FeatureRequest request) throws TrainingException {
        String cut = request.cut().value();
        try {
            long[] shape = request.backbone().shapes().shape(cut);
            return request.backbone().graph().reachingOnly(List.of(new ValueInfo(cut, ElementType.FLOAT, shape)));
        } catch (GraphException unknown) {
            throw new TrainingException(unknown.getMessage(), unknown);
        }
    }

    List<Features.Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Writes all rows. */
    void write(OutputStream out) throws IOException {
        try {
            writeAll(out);
        } catch (CancelledException | EngineException stopped) {
            throw new Ended(stopped);
        }
    }

    private void writeAll(OutputStream out) throws IOException, CancelledException, EngineException {
        List<Variant> forms = request.forms();
        Set<String> broken = new HashSet<>();
        for (int from = 0; from < forms.size(); from += TOGETHER) {
            progress.checkCancelled();
            List<Variant> part = forms.subList(from, Math.min(forms.size(), from + TOGETHER));
            List<Tensor> inputs = new ArrayList<>();
            for (Read read : read(part)) {
                inputs.addAll(read.inputs());
                String key = read.form().example().key();
                if (read.reason().isPresent() && broken.add(key)) {
                    unreadable.add(new Features.Unreadable(key, read.reason().get()));
                }
            }
            progress.checkCancelled();
            run(inputs, out);
            progress.report(from + part.size(), forms.size());
        }
    }

    /** Pictures are read on all processors, but put in order. */
    private List<Read> read(List<Variant> part) {
        return part.stream().parallel().map(this::read).toList();
    }

    private Read read(Variant form) {
        try {
            return new Read(form, List.of(inputs.input(form, progress)), Optional.empty());
        } catch (PictureException broken) {
            return new Read(form, List.of(), Optional.of(broken.getMessage()));
        } catch (CancelledException noticedByTheCaller) {
            return new Read(form, List.of(), Optional.of("stopped"));
        }
    }

    private void run(List<Tensor> inputs, OutputStream out) throws IOException, EngineException, CancelledException {
        if (inputs.isEmpty()) {
            return;
        }
        Tensor batch = Tensor.concat(inputs);
        String cut = request.cut().value();
        Tensor values = session.isEmpty()
                ? batch
                : session.get()
                        .run(Map.of(request.backbone().input(), batch), List.of(cut), progress)
                        .get(cut);
        ByteBuffer bytes =
                ByteBuffer.allocate(values.data().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.data());
        out.write(bytes.array());
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
    }
}
