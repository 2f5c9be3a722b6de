package vermeer.ui.canvas;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.trust.MarkedPlaces;
import vermeer.trust.MarkedPlaces.Found;
import vermeer.trust.PointingTest;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Notices;

/** What the network looked at, as regions; and whether the map points at the box that the user drew. */
public final class RegionsViewModel {
    private final Investigation investigation;
    private final Notices notices;
    private final LatestJob finding;
    private final LatestJob testing;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty drawing = new SimpleBooleanProperty();
    private final ObjectProperty<Region> box = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Found>> regions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<PointingTest> pointing = new ReadOnlyObjectWrapper<>();

    RegionsViewModel(Investigation investigation, JobRunner runner, Notices notices) {
        this.investigation = investigation;
        this.notices = notices;
        this.finding = new LatestJob(runner);
        this.testing = new LatestJob(runner);
        investigation.mapProperty().subscribe(map -> {
            find();
            test();
        });
        investigation.pictureProperty().subscribe(picture -> box.set(null));
        shown.subscribe(now -> find());
        box.subscribe(drawn -> test());
    }

    private void find() {
        ShownMap map = investigation.mapProperty().get();
        if (!shown.get() || map == null || map.unfinished()) {
            finding.cancel();
            regions.set(List.of());
            return;
        }
        finding.submit(new JobRequest<>(
                "Find the regions of " + map.target().name(),
                Lane.IO,
                progress -> MarkedPlaces.strongest(map.map()),
                regions::set,
                notices.failing("Finding the regions")));
    }

    private void test() {
        ShownMap map = investigation.mapProperty().get();
        Region drawn = box.get();
        if (drawn == null || map == null || map.unfinished()) {
            testing.cancel();
            pointing.set(null);
            return;
        }
        testing.submit(new JobRequest<>(
                "Test whether the map points at the box",
                Lane.IO,
                progress -> PointingTest.of(map.map(), drawn),
                pointing::set,
                notices.failing("The pointing test")));
    }

    /** What is boxed in a finished map: its regions where they are shown, and the user's box. */
    public MarkedPlaces marked(Heatmap map) {
        return new MarkedPlaces(shown.get() ? MarkedPlaces.strongest(map) : List.of(), Optional.empty())
                .with(Optional.ofNullable(box.get()), map);
    }

    /** Takes the user's box away. */
    public void removeBox() {
        box.set(null);
    }

    /** Whether the strongest regions are boxed. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Whether dragging on the canvas draws a box. */
    public BooleanProperty drawingProperty() {
        return drawing;
    }

    /** The box that the user drew, in pixels of the original picture; null for none. */
    public ObjectProperty<Region> boxProperty() {
        return box;
    }

    /** The strongest regions of the finished map, strongest first; empty while they are not shown. */
    public ReadOnlyObjectProperty<List<Found>> regionsProperty() {
        return regions.getReadOnlyProperty();
    }

    /** What the finished map says of the box; null without one. */
    public ReadOnlyObjectProperty<PointingTest> pointingProperty() {
        return pointing.getReadOnlyProperty();
    }
}
