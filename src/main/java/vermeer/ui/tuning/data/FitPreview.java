package vermeer.ui.tuning.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.data.Fit;
import vermeer.data.LabelledPicture;
import vermeer.data.decision.Prepared;
import vermeer.data.inspection.Inspection;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;

/** A photo of the user's in each shape that the network could get it: the longest one, which shows the most. */
final class FitPreview {
    private static final int CANDIDATES = 12;

    private final DataViewModel model;
    private final LatestJob making;
    private final Map<Fit, ReadOnlyObjectWrapper<Picture>> shown = new EnumMap<>(Fit.class);
    private Path folder;
    private Inspection known;

    FitPreview(DataViewModel model) {
        this.model = model;
        making = new LatestJob(model.tuning().workbench().runner());
        for (Fit fit : Fit.values()) {
            shown.put(fit, new ReadOnlyObjectWrapper<>());
        }
        model.tuning().dataProperty().subscribe(this::make);
        model.tuning().workbench().investigation().networkProperty().subscribe((before, now) -> {
            folder = null;
            make(model.tuning().dataProperty().get());
        });
    }

    /** The photo as the network would see it; null before it is read. */
    ReadOnlyObjectProperty<Picture> of(Fit fit) {
        return shown.get(fit).getReadOnlyProperty();
    }

    private void make(Prepared prepared) {
        if (prepared == null) {
            folder = null;
            shown.values().forEach(picture -> picture.set(null));
            return;
        }
        Inspection inspection = model.inspectionProperty().get();
        if (prepared.dataset().folder().equals(folder) && inspection == known) {
            return;
        }
        folder = prepared.dataset().folder();
        known = inspection;
        List<LabelledPicture> candidates = candidates(prepared, inspection);
        InputProfile profile = model.tuning().profile();
        Decoder decoder = model.tuning().workbench().services().decoder();
        making.submit(new JobRequest<>(
                "Preview the shape",
                Lane.IO,
                progress -> fitted(candidates, profile, decoder, progress),
                made -> made.forEach((fit, picture) -> shown.get(fit).set(picture)),
                unreadable -> {}));
    }

    /** Photos to try, the longest shape first where shapes are known. */
    private static List<LabelledPicture> candidates(Prepared prepared, Inspection inspection) {
        List<LabelledPicture> pictures = new ArrayList<>(prepared.dataset().pictures());
        if (inspection != null) {
            pictures.removeIf(picture -> !inspection.facts().containsKey(picture.key()));
            pictures.sort(Comparator.comparingDouble(picture -> -stretch(inspection, picture)));
        }
        return List.copyOf(pictures.subList(0, Math.min(CANDIDATES, pictures.size())));
    }

    /** How many times longer than wide, up to what still shows something. */
    private static double stretch(Inspection inspection, LabelledPicture picture) {
        var facts = inspection.facts().get(picture.key());
        double ratio = (double) facts.width() / facts.height();
        return Math.min(2, Math.max(ratio, 1 / ratio));
    }

    private static Map<Fit, Picture> fitted(
            List<LabelledPicture> candidates, InputProfile profile, Decoder decoder, Progress progress)
            throws CancelledException {
        Map<Fit, Picture> fitted = new EnumMap<>(Fit.class);
        for (LabelledPicture candidate : candidates) {
            try {
                Picture photo = decoder.decode(candidate.file(), progress);
                for (Fit fit : Fit.values()) {
                    Preprocessing preprocessing = new Preprocessing(fit.of(profile));
                    fitted.put(fit, preprocessing.asSeen(preprocessing.input(photo)));
                }
                return fitted;
            } catch (PictureException unreadable) {
                progress.checkCancelled();
            }
        }
        return fitted;
    }
}
