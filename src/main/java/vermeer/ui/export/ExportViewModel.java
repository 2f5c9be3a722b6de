package vermeer.ui.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vermeer.image.Figure;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Pixels;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.trust.MarkedPlaces;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Notices;
import vermeer.ui.notice.Saving;

/** Hands on the map in sight, with the colours and the opacity in sight. */
public final class ExportViewModel {
    private final Investigation investigation;
    private final Supplier<Overlay> overlay;
    private final Function<Heatmap, MarkedPlaces> marked;
    private final JobRunner runner;
    private final Notices notices;
    private final Saving saving;

    /**
     * @param overlay how the map is laid over the picture now
     * @param marked what is boxed in the map now
     */
    public ExportViewModel(
            Investigation investigation,
            Supplier<Overlay> overlay,
            Function<Heatmap, MarkedPlaces> marked,
            JobRunner runner,
            Notices notices) {
        this.investigation = investigation;
        this.marked = marked;
        this.overlay = overlay;
        this.runner = runner;
        this.notices = notices;
        this.saving = new Saving(runner, notices);
    }

    /** A name for the map's file, without its ending; empty, and the user told why, where there is no finished map. */
    public Optional<String> fileName() {
        return finished().map(MapFigure::fileName);
    }

    /** Writes the picture with its map, title, colour bar and settings, at the picture's own resolution. */
    public void writePng(Path file) {
        figure().ifPresent(figure ->
                saving.save(file, (path, progress) -> figure.draw().writePng(path)));
    }

    /** Writes raw values: as CSV where the name ends so, as .npy otherwise. */
    public void writeValues(Path file) {
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        finished()
                .ifPresent(map -> saving.save(file, (path, progress) -> {
                    if (csv) {
                        MapValues.writeCsv(map.map(), path);
                    } else {
                        MapValues.writeNpy(map.attribution(), path);
                    }
                }));
    }

    /** Draws what {@link #writePng} would write, for the clipboard. */
    public void copy(Consumer<Pixels> clipboard) {
        figure().ifPresent(figure -> runner.submit(new JobRequest<>(
                "Copy the map",
                Lane.IO,
                progress -> figure.draw(),
                pixels -> {
                    clipboard.accept(pixels);
                    notices.succeed("The map is on the clipboard.");
                },
                notices.failing("Copying the map"))));
    }

    private Optional<Figure> figure() {
        return finished().map(map -> MapFigure.of(map, overlay.get(), marked.apply(map.map())));
    }

    private Optional<ShownMap> finished() {
        ShownMap map = investigation.mapProperty().get();
        if (map == null) {
            notices.inform("There is no map yet: choose a method first.");
        } else if (map.unfinished()) {
            notices.inform("This map is still being computed; wait until it is finished.");
        }
        return Optional.ofNullable(map).filter(shown -> !shown.unfinished());
    }
}
