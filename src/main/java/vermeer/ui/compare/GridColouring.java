package vermeer.ui.compare;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import vermeer.image.Colormap;
import vermeer.image.Scale;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.canvas.ColourChoice;
import vermeer.ui.canvas.MapColouring;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Notices;
import vermeer.ui.preference.PreferencesViewModel;

/** Colours the maps of the grid away from the view, with the colours that the user took last. */
final class GridColouring {
    private static final int LONGER_SIDE = 512;

    private final JobRunner runner;
    private final PreferencesViewModel preferences;
    private final Notices notices;
    private final Map<GridCell, LatestJob> jobs = new WeakHashMap<>();
    private final Map<GridCell, Coloured> coloured = new WeakHashMap<>();

    private record Coloured(ShownMap map, MapColouring colouring) {
        boolean same(Coloured other) {
            return other != null && map == other.map && colouring.equals(other.colouring);
        }
    }

    GridColouring(JobRunner runner, PreferencesViewModel preferences, Notices notices) {
        this.runner = runner;
        this.preferences = preferences;
        this.notices = notices;
    }

    /** Colours a map that sharpens, unless the one before is still being coloured. */
    void sketch(GridCell cell, GridScale by, List<ShownMap> all) {
        if (!job(cell).busy()) {
            colour(cell, by, all);
        }
    }

    void colour(GridCell cell, GridScale by, List<ShownMap> all) {
        ShownMap map = cell.mapProperty().get();
        MapColouring colouring = colouring(map, by, all);
        Coloured wanted = new Coloured(map, colouring);
        if (wanted.same(coloured.put(cell, wanted)) && cell.layerProperty().get() != null) {
            return;
        }
        job(cell)
                .submit(new JobRequest<>(
                        "Colour " + map.method().title(),
                        Lane.IO,
                        progress -> colouring.layer(map.map(), LONGER_SIDE),
                        cell::show,
                        notices.failing("Colouring the map")));
    }

    MapColouring colouring(ShownMap map, GridScale by, List<ShownMap> all) {
        Scale scale = by.of(map, all);
        Colormap colours = ColourChoice.last(scale, preferences.get());
        return new MapColouring(colours, scale);
    }

    private LatestJob job(GridCell cell) {
        return jobs.computeIfAbsent(cell, key -> new LatestJob(runner));
    }
}
