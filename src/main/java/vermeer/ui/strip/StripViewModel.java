package vermeer.ui.strip;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.notice.Notices;

/** The pictures at hand; the selected one is looked at. */
public final class StripViewModel {
    static final int THUMBNAIL_SIDE = 192;
    private static final long KEPT_PIXELS = 40_000_000;

    private final Investigation investigation;
    private final Decoder decoder;
    private final JobRunner runner;
    private final Notices notices;
    private final LatestJob reading;
    private final ObservableList<StripItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<StripItem> selected = new ReadOnlyObjectWrapper<>();
    private final Map<Path, OpenPicture> kept = new LinkedHashMap<>(8, 0.75f, true);
    private StripItem readable;

    public StripViewModel(Investigation investigation, Decoder decoder, JobRunner runner, Notices notices) {
        this.investigation = investigation;
        this.decoder = decoder;
        this.runner = runner;
        this.notices = notices;
        this.reading = new LatestJob(runner);
    }

    public ObservableList<StripItem> items() {
        return items;
    }

    /** The picture in sight, or on its way there; null where there is none. */
    public ReadOnlyObjectProperty<StripItem> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Puts files into the strip that are not there yet, and selects the first of them. */
    public void open(List<Path> files) {
        add(files);
        files.stream().findFirst().ifPresent(first -> select(item(first)));
    }

    /**
     * Puts these files in place of those in the strip.
     *
     * @param chosen the one to look at; null for none
     */
    public void show(List<Path> files, Path chosen) {
        items.clear();
        add(files);
        if (chosen == null) {
            reading.cancel();
            selected.set(null);
            investigation.look(null);
        } else {
            select(item(chosen));
        }
    }

    /** Puts files into the strip that are not there yet. */
    public void add(List<Path> files) {
        List<Path> known = items.stream().map(StripItem::file).toList();
        items.addAll(files.stream()
                .distinct()
                .filter(file -> !known.contains(file))
                .map(StripItem::new)
                .toList());
    }

    /** Looks at this picture. */
    public void select(StripItem item) {
        selected.set(item);
        OpenPicture open = kept.get(item.file());
        if (open != null) {
            reading.cancel();
            show(item, open);
            return;
        }
        reading.submit(new JobRequest<>(
                "Open " + item.name(),
                Lane.IO,
                progress -> OpenPicture.of(item.file(), decoder.decode(item.file(), progress)),
                picture -> show(item, picture),
                failure -> refuse(item, failure)));
    }

    /** Looks at the picture this many places further, as far as there are any. */
    public void step(int places) {
        if (!items.isEmpty()) {
            int at = items.indexOf(selected.get()) + places;
            select(items.get(Math.max(0, Math.min(items.size() - 1, at))));
        }
    }

    /** Takes a picture out of the strip; its file stays. */
    public void remove(StripItem item) {
        int at = items.indexOf(item);
        items.remove(item);
        kept.remove(item.file());
        if (item == selected.get() && !items.isEmpty()) {
            select(items.get(Math.min(at, items.size() - 1)));
        }
    }

    /** Brings a thumbnail, once it is in sight for the first time. */
    public void want(StripItem item) {
        if (item.firstAsked()) {
            runner.submit(new JobRequest<>(
                    "Read " + item.name(),
                    Lane.IO,
                    progress -> Thumbnail.of(decoder.decode(item.file(), progress), THUMBNAIL_SIDE),
                    item::show,
                    failure -> item.refuse(failure.getMessage())));
        }
    }

    private StripItem item(Path file) {
        return items.stream()
                .filter(item -> item.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void show(StripItem item, OpenPicture picture) {
        readable = item;
        keep(picture);
        if (item.thumbnailProperty().get() == null) {
            want(item);
        }
        investigation.look(picture);
        picture.picture().notices().forEach(notices::inform);
    }

    private void refuse(StripItem item, Exception failure) {
        item.refuse(failure.getMessage());
        notices.fail("Opening " + item.name(), failure);
        if (readable != null && items.contains(readable)) {
            selected.set(readable);
        }
    }

    private void keep(OpenPicture opened) {
        kept.put(opened.file(), opened);
        var oldest = kept.values().iterator();
        long pixels = kept.values().stream().mapToLong(StripViewModel::pixels).sum();
        while (pixels > KEPT_PIXELS && kept.size() > 1) {
            pixels -= pixels(oldest.next());
            oldest.remove();
        }
    }

    private static long pixels(OpenPicture opened) {
        Picture picture = opened.picture();
        return (long) picture.width() * picture.height();
    }
}
