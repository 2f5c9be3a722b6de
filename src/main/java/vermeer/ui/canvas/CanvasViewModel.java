package vermeer.ui.canvas;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.image.Colormap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.image.Scale;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.Target;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Notices;
import vermeer.ui.preference.PreferencesViewModel;

/** What the canvas shows, and how: picture or network's view, map, colours, opacity. Changing colours computes no map. */
public final class CanvasViewModel {
    private static final double OPACITY_STEP = 0.1;
    private static final double CLIPPED_AT = 99;

    private final Investigation investigation;
    private final PreferencesViewModel preferences;
    private final Notices notices;
    private final JobRunner runner;
    private final RegionsViewModel regions;
    private final LatestJob colouring;
    private final LatestJob seeing;
    private final BooleanProperty overlayShown = new SimpleBooleanProperty(true);
    private final BooleanProperty networkView = new SimpleBooleanProperty(false);
    private final BooleanProperty clipped = new SimpleBooleanProperty(false);
    private final DoubleProperty opacity = new SimpleDoubleProperty();
    private final ObjectProperty<Colormap> colours = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Colormap>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Region> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MapLayer> layer = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Outlook> outlook = new SimpleObjectProperty<>(Outlook.WHOLE);
    private final ReadOnlyObjectWrapper<MapTitle> title = new ReadOnlyObjectWrapper<>();
    private boolean channels;
    private Outlook awaited;
    private boolean pictureWaits;

    public CanvasViewModel(
            Investigation investigation, JobRunner runner, PreferencesViewModel preferences, Notices notices) {
        this.investigation = investigation;
        this.preferences = preferences;
        this.notices = notices;
        this.runner = runner;
        this.colouring = new LatestJob(runner);
        this.seeing = new LatestJob(runner);
        this.regions = new RegionsViewModel(investigation, runner, notices);
        opacity.set(preferences.get().opacity());
        Scale oneSign = Scale.fixed(0, 1);
        choices.set(ColourChoice.fitting(oneSign));
        colours.set(ColourChoice.last(oneSign, preferences.get()));
        investigation.pictureProperty().subscribe(opened -> showPicture());
        investigation.predictionProperty().subscribe(answer -> showPicture());
        networkView.subscribe(shown -> showPicture());
        investigation.mapProperty().subscribe(this::showMap);
        investigation.methodProperty().subscribe(method -> showTitle());
        investigation.targetProperty().subscribe(target -> showTitle());
        colours.subscribe(chosen -> recolour());
        clipped.subscribe(clip -> recolour());
    }

    /** Makes the map more opaque (positive steps) or less. */
    public void stepOpacity(int steps) {
        setOpacity(Math.round((opacity.get() + steps * OPACITY_STEP) * 100) / 100.0);
    }

    /** Sets the opacity, 0 to 1, and remembers it. */
    public void setOpacity(double value) {
        opacity.set(Math.max(0, Math.min(1, value)));
    }

    /** Remembers opacity and colours for the next start. */
    public void remember() {
        preferences.change(old -> ColourChoice.remember(old, colours.get(), opacity.get()));
    }

    /** A picture that comes together with its map waits until the map is coloured, so that no map lies over another's picture. */
    private void showPicture() {
        pictureWaits = colouring.busy();
        if (!pictureWaits) {
            showPictureNow();
        }
    }

    private void showPictureNow() {
        pictureWaits = false;
        Prediction answer = investigation.predictionProperty().get();
        if (networkView.get() && answer != null) {
            seeing.submit(new JobRequest<>(
                    "Show " + answer.picture().name() + " as the network sees it",
                    Lane.IO,
                    progress -> answer.network().seen(answer.input()),
                    shown -> show(shown, new Region(0, 0, shown.width(), shown.height())),
                    notices.failing("Showing the network's input")));
        } else {
            seeing.cancel();
            show(
                    investigation.pictureProperty().get() == null
                            ? null
                            : investigation.pictureProperty().get().picture(),
                    answer == null ? null : answer.input().region());
        }
    }

    private void show(Picture shown, Region region) {
        seen.set(null);
        Picture before = picture.get();
        boolean sameSize =
                before != null && shown != null && before.width() == shown.width() && before.height() == shown.height();
        if (!sameSize) {
            outlook.set(awaited == null ? Outlook.WHOLE : awaited);
        }
        awaited = null;
        picture.set(shown);
        seen.set(region);
    }

    private void showMap(ShownMap map) {
        showTitle();
        if (map == null) {
            colouring.cancel();
            layer.set(null);
            showWaiting();
            return;
        }
        clipByKind(map.attribution());
        recolour();
    }

    /** How the map in sight is laid over its picture, for export. */
    public Overlay overlay() {
        return new Overlay(colours.get(), scale(investigation.mapProperty().get()), opacity.get(), true);
    }

    private Scale scale(ShownMap map) {
        return Scale.of(map.map(), clipped.get() ? CLIPPED_AT : 100);
    }

    private void showTitle() {
        ShownMap map = investigation.mapProperty().get();
        AttributionMethod method = investigation.methodProperty().get();
        Target target = investigation.targetProperty().get();
        if (map != null) {
            title.set(MapTitle.of(map));
        } else {
            title.set(method == null || target == null ? null : MapTitle.awaited(method, target));
        }
    }

    /** Values of single pixels have outliers that would leave the rest without colour; those of regions do not. */
    private void clipByKind(Attribution attribution) {
        if (attribution.channels().isPresent() != channels) {
            channels = attribution.channels().isPresent();
            clipped.set(channels);
        }
    }

    private void recolour() {
        ShownMap map = investigation.mapProperty().get();
        if (map == null) {
            return;
        }
        Scale scale = scale(map);
        if (!ColourChoice.fitting(scale).equals(choices.get())) {
            choices.set(ColourChoice.fitting(scale));
            // comes back here by the listener where it changes the colours
            Colormap before = colours.get();
            colours.set(ColourChoice.last(scale, preferences.get()));
            if (colours.get() != before) {
                return;
            }
        }
        // a map that sharpens faster than it is coloured is still shown now and then
        if (map.unfinished() && colouring.busy()) {
            return;
        }
        MapColouring by = new MapColouring(colours.get(), scale);
        colouring.submit(new JobRequest<>(
                "Colour the map",
                Lane.IO,
                progress -> by.layer(map.map()),
                coloured -> {
                    layer.set(coloured);
                    showWaiting();
                },
                failure -> {
                    notices.fail("Colouring the map", failure);
                    showWaiting();
                }));
    }

    private void showWaiting() {
        if (pictureWaits) {
            showPictureNow();
        }
    }

    /** Whether the map of {@link #mapProperty} is still to be coloured. */
    public boolean colouring() {
        return colouring.busy();
    }

    public BooleanProperty overlayShownProperty() {
        return overlayShown;
    }

    /** Whether the canvas shows the very tensor that the network reads. */
    public BooleanProperty networkViewProperty() {
        return networkView;
    }

    /** Whether the scale ends at the 99th percentile, so that a few extreme values do not leave the rest pale. */
    public BooleanProperty clippedProperty() {
        return clipped;
    }

    public DoubleProperty opacityProperty() {
        return opacity;
    }

    /** What of the picture is in sight: zoom and place. A picture of another size is shown whole. */
    public ObjectProperty<Outlook> outlookProperty() {
        return outlook;
    }

    /** Shows a part of the picture that is about to be shown. */
    public void look(Outlook at) {
        if (seeing.busy()) {
            awaited = at;
        } else {
            outlook.set(at);
        }
    }

    /** The colour map in use. */
    public ObjectProperty<Colormap> coloursProperty() {
        return colours;
    }

    /** The colour maps that fit the map in sight. */
    public ReadOnlyObjectProperty<List<Colormap>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** The picture shown: the original, or what the network reads. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The part of the shown picture that the network sees; null while unknown. */
    public ReadOnlyObjectProperty<Region> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The coloured map; null where there is none. */
    public ReadOnlyObjectProperty<MapLayer> layerProperty() {
        return layer.getReadOnlyProperty();
    }

    /** What the map is a map of; null where there is none. */
    public ReadOnlyObjectProperty<MapTitle> titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The map itself; null where there is none. */
    public ReadOnlyObjectProperty<ShownMap> mapProperty() {
        return investigation.mapProperty();
    }

    /** What the network looked at, as regions. */
    public RegionsViewModel regions() {
        return regions;
    }

    /** Where what the network sees lies in the shown picture; null while unknown. */
    Frame frame() {
        Prediction answer = investigation.predictionProperty().get();
        return answer == null || seen.get() == null
                ? null
                : new Frame(answer.input().region(), seen.get());
    }

    /** The thread's runner, for the view's own conversions. */
    JobRunner runner() {
        return runner;
    }
}
