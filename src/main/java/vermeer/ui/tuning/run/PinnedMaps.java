package vermeer.ui.tuning.run;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.image.ColourBar;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.train.RunFolder;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.NetworkInput;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.method.UsualMethod;
import vermeer.ui.tuning.Pin;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.workbench.Services;

/**
 * Makes maps of the pinned pictures from a run's newest checkpoint, beside the process that trains: it only reads what that has
 * written. Where epochs pass faster than maps are made, some are left out.
 */
final class PinnedMaps {
    private static final int SIDE = 192;

    private final Tuning tuning;
    private final Tuner tuner;
    private boolean busy;
    private final Set<Run> again = new LinkedHashSet<>();

    PinnedMaps(Tuning tuning, Tuner tuner) {
        this.tuning = tuning;
        this.tuner = tuner;
    }

    /** Makes the row of a run's newest epoch. */
    void follow(Run run) {
        List<Pin> pins = List.copyOf(tuning.pins().all());
        if (pins.isEmpty() || run.epochs().isEmpty() || run.source().isEmpty()) {
            return;
        }
        if (busy) {
            again.add(run);
            return;
        }
        busy = true;
        List<PinnedRow> known = List.copyOf(run.pinned());
        OpenModel source = run.source().get();
        tuning.workbench()
                .runner()
                .submit(new JobRequest<Optional<PinnedRow>>(
                        "Explain the pinned photos",
                        Lane.COMPUTE,
                        progress -> freed(() -> made(source, run.folder(), pins, known, progress)),
                        row -> {
                            row.ifPresent(run::add);
                            next();
                        },
                        failure -> {
                            tuning.workbench().notices().fail("Explaining the pinned photos", failure);
                            next();
                        }));
    }

    private interface Making {
        Optional<PinnedRow> make() throws Exception;
    }

    /** Where the window's list of jobs cancels it, later rows are made all the same. */
    private Optional<PinnedRow> freed(Making making) throws Exception {
        try {
            return making.make();
        } catch (CancelledException cancelled) {
            tuning.workbench().runner().deliver(this::next);
            throw cancelled;
        }
    }

    private void next() {
        busy = false;
        while (!busy && !again.isEmpty()) {
            Run run = again.iterator().next();
            again.remove(run);
            follow(run);
        }
    }

    private Optional<PinnedRow> made(
            OpenModel source, RunFolder folder, List<Pin> pins, List<PinnedRow> known, Progress progress)
            throws Exception {
        if (!Files.exists(folder.checkpoint())) {
            return Optional.empty();
        }
        Services services = tuning.workbench().services();
        Path file = folder.path().resolve("pinned.onnx");
        try {
            int epoch = tuner.tuning().newestSoFar(source, folder, file);
            if (known.stream().anyMatch(row -> row.epoch() == epoch && row.covers(pins))) {
                return Optional.empty();
            }
            Network network = services.models().open(file, progress.part(0, 0.3));
            try {
                return Optional.of(row(network, epoch, pins, progress.part(0.3, 1)));
            } finally {
                network.model().close();
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private PinnedRow row(Network network, int epoch, List<Pin> pins, Progress progress) throws Exception {
        Services services = tuning.workbench().services();
        AttributionMethod method = UsualMethod.of(network.model(), services.methods());
        List<PinnedMap> maps = new ArrayList<>();
        for (int i = 0; i < pins.size(); i++) {
            progress.checkCancelled();
            Progress part = progress.part((double) i / pins.size(), (i + 1.0) / pins.size());
            try {
                Picture picture = services.decoder().decode(pins.get(i).file(), part.part(0, 0));
                maps.add(map(network, method, pins.get(i), picture, part));
            } catch (PictureException gone) {
                // The others are shown all the same; the thumbnail of this one is missing, too.
                progress.checkCancelled();
            }
        }
        return new PinnedRow(epoch, UsualMethod.text(method), maps);
    }

    private static PinnedMap map(Network network, AttributionMethod method, Pin pin, Picture picture, Progress progress)
            throws Exception {
        Prediction prediction = Prediction.ask(OpenPicture.of(pin.file(), picture), network, progress);
        List<String> names = network.model().classNames();
        int labelled = pin.label().map(names::indexOf).orElse(-1);
        int explained = labelled >= 0 ? labelled : prediction.best().index();
        NetworkInput input = prediction.input();
        Subject subject =
                new Subject(input.tensor(), input.region(), network.model().target(explained));
        Heatmap map = method.explain(network.model(), subject, Sketch.none(), progress)
                .map();
        Overlay overlay = Overlay.suiting(map);
        return new PinnedMap(
                pin,
                small(picture.width(), picture.height(), overlay.draw(picture, map)),
                names.get(explained),
                prediction.best().name(),
                prediction.best().probability(),
                ColourBar.of(overlay, map));
    }

    private static Picture small(int width, int height, int[] argb) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * width * height);
        for (int pixel : argb) {
            bytes.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        }
        return Picture.of(width, height, bytes.array()).fitting(SIDE);
    }
}
