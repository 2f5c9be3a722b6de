package vermeer.ui.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.data.DataException;
import vermeer.data.LabelledPicture;
import vermeer.data.label.FolderNames;
import vermeer.data.label.LabelReading;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.Survey;
import vermeer.network.SurveyPicture;

/** Looks through a folder with a layer, and cuts the places that excite a channel out of its pictures. */
public final class SurveyViewModel {
    private final NetworkViewModel network;
    private final Decoder decoder;
    private final LatestJob latest;
    private final LatestJob cutting;
    private final ReadOnlyObjectWrapper<Survey> survey = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> channel = new SimpleObjectProperty<>(0);
    private final Map<Survey.Patch, Picture> cut = new HashMap<>();

    public SurveyViewModel(NetworkViewModel network, Decoder decoder) {
        this.network = network;
        this.decoder = decoder;
        this.latest = new LatestJob(network.runner());
        this.cutting = new LatestJob(network.runner());
        network.chosenProperty().subscribe(block -> {
            latest.cancel();
            cutting.cancel();
            survey.set(null);
            cut.clear();
        });
    }

    /** Reads the chosen layer on all pictures of a folder; a picture's class is the name of its folder. */
    public void look(Path chosen) {
        OpenModel model = network.modelProperty().get();
        Layer layer = network.layer().orElseThrow();
        folder.set(chosen);
        channel.set(0);
        cut.clear();
        latest.submit(new JobRequest<>(
                "Look through " + chosen.getFileName(),
                Lane.COMPUTE,
                progress -> Survey.of(model, layer, pictures(chosen, progress.part(0, 0)), decoder, progress),
                survey::set,
                network.notices().failing("Looking through " + chosen.getFileName())));
    }

    private static List<SurveyPicture> pictures(Path folder, Progress progress)
            throws DataException, CancelledException {
        LabelReading reading = new FolderNames().read(folder, progress);
        List<SurveyPicture> pictures = new ArrayList<>();
        for (LabelledPicture picture : reading.dataset().pictures()) {
            pictures.add(new SurveyPicture(picture.file(), reading.dataset().className(picture)));
        }
        return pictures;
    }

    /** Cuts places out of their pictures, one after the other. */
    void cut(List<Survey.Patch> patches, Consumer<Map<Survey.Patch, Picture>> onCut) {
        cutting.submit(new JobRequest<>(
                "Cut out places",
                Lane.IO,
                progress -> {
                    Map<Survey.Patch, Picture> found = new HashMap<>(cut);
                    for (Survey.Patch patch : patches) {
                        if (!found.containsKey(patch)) {
                            Picture whole = decoder.decode(patch.picture().file(), progress);
                            found.put(patch, part(whole, patch.field()));
                        }
                    }
                    return found;
                },
                found -> {
                    cut.putAll(found);
                    onCut.accept(found);
                },
                network.notices().failing("Cutting out places")));
    }

    /** Draws a channel's map over the whole pictures of places. */
    void draw(List<Survey.Patch> patches, int drawn, Consumer<Map<Survey.Patch, Picture>> onDrawn) {
        OpenModel model = network.modelProperty().get();
        Layer layer = network.layer().orElseThrow();
        cutting.submit(new JobRequest<>(
                "Draw channel " + drawn,
                Lane.COMPUTE,
                progress -> {
                    Map<Survey.Patch, Picture> pictures = new HashMap<>();
                    for (Survey.Patch patch : patches) {
                        Picture picture = decoder.decode(patch.picture().file(), progress.part(0, 0));
                        pictures.put(patch, ChannelOverlay.read(model, layer, picture, drawn, progress.part(0, 0)));
                        progress.report(pictures.size(), patches.size());
                    }
                    return pictures;
                },
                onDrawn,
                network.notices().failing("Drawing channel " + drawn)));
    }

    /** A rectangle of a picture. */
    static Picture part(Picture picture, Region region) {
        int left = (int) Math.max(0, Math.min(picture.width() - 1, Math.floor(region.x())));
        int top = (int) Math.max(0, Math.min(picture.height() - 1, Math.floor(region.y())));
        int width = (int) Math.max(1, Math.min(picture.width() - left, Math.round(region.width())));
        int height = (int) Math.max(1, Math.min(picture.height() - top, Math.round(region.height())));
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            int colour = picture.rgb(left + i % width, top + i / width);
            rgb[3 * i] = (byte) (colour >> 16);
            rgb[3 * i + 1] = (byte) (colour >> 8);
            rgb[3 * i + 2] = (byte) colour;
        }
        return Picture.of(width, height, rgb);
    }

    /** What the channels answer to; null before a folder was looked through. */
    public ReadOnlyObjectProperty<Survey> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    /** The folder last looked through; null for none. */
    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** The channel whose places are shown. */
    public ObjectProperty<Integer> channelProperty() {
        return channel;
    }
}
