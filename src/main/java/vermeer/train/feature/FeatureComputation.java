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
import java.util.stream.IntStream;
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
 * pictures give the same bits. While one batch is read another is computed.
 */
final class FeatureComputation implements AutoCloseable {
    private static final int TOGETHER = 8;
    private static final int LANES = 2;

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

    /** What one batch came to: its rows, little-endian, or why there are none. */
    private record Computed(List<Read> read, byte[] rows, Optional<Exception> stopped) {

        void rethrow() throws CancelledException, EngineException {
            if (stopped.isPresent() && stopped.get() instanceof CancelledException cancelled) {
                throw cancelled;
            }
            if (stopped.isPresent() && stopped.get() instanceof EngineException failed) {
                throw failed;
            }
        }

        void note(Set<String> broken, List<Features.Unreadable> unreadable) {
            for (Read one : read) {
                String key = one.form().example().key();
                if (one.reason().isPresent() && broken.add(key)) {
                    unreadable.add(new Features.Unreadable(key, one.reason().get()));
                }
            }
        }
    }

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
        int step = TOGETHER * LANES;
        for (int from = 0; from < forms.size(); from += step) {
            progress.checkCancelled();
            int first = from;
            List<Computed> lanes = IntStream.range(0, LANES)
                    .parallel()
                    .mapToObj(lane -> first + lane * TOGETHER)
                    .filter(at -> at < forms.size())
                    .map(at -> computed(forms.subList(at, Math.min(forms.size(), at + TOGETHER))))
                    .toList();
            for (Computed lane : lanes) {
                lane.rethrow();
                lane.note(broken, unreadable);
                out.write(lane.rows());
            }
            progress.report(Math.min(forms.size(), from + step), forms.size());
        }
    }

    private Computed computed(List<Variant> part) {
        List<Read> read = part.stream().parallel().map(this::read).toList();
        try {
            progress.checkCancelled();
            return new Computed(read, rows(read), Optional.empty());
        } catch (CancelledException | EngineException stopped) {
            return new Computed(read, new byte[0], Optional.of(stopped));
        }
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

    private byte[] rows(List<Read> read) throws EngineException, CancelledException {
        List<Tensor> inputs =
                read.stream().flatMap(one -> one.inputs().stream()).toList();
        if (inputs.isEmpty()) {
            return new byte[0];
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
        return bytes.array();
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
    }
}
