package vermeer.report;

import java.util.List;
import vermeer.image.Heatmap;
import vermeer.image.MarkedBox;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.image.Region;

/**
 * One picture with the model's answer and the maps that explain it.
 *
 * @param name the file's name
 * @param sha256 of the file; empty where it did not come from one
 * @param width the original's, in pixels
 * @param height the original's, in pixels
 * @param picture reduced for the report
 * @param seen what the network sees, in the original's pixels
 * @param top the most probable classes, first the most probable
 * @param maps in the order in which they were asked for
 * @param agreements of the maps with each other, where they have been compared
 * @param note what the user wrote about the picture; may be empty
 */
public record ReportedPicture(
        String name,
        String sha256,
        int width,
        int height,
        Picture picture,
        Region seen,
        List<ClassProbability> top,
        List<ReportedMap> maps,
        List<ReportedAgreement> agreements,
        String note) {
    private static final int LONGER_SIDE = 640;

    public ReportedPicture {
        top = List.copyOf(top);
        maps = List.copyOf(maps);
        agreements = List.copyOf(agreements);
    }

    /** Of an original of any size; the report keeps a reduced one. */
    public static ReportedPicture of(
            String name,
            String sha256,
            Picture original,
            Region seen,
            List<ClassProbability> top,
            List<ReportedMap> maps,
            List<ReportedAgreement> agreements,
            String note) {
        return new ReportedPicture(
                name,
                sha256,
                original.width(),
                original.height(),
                original.fitting(LONGER_SIDE),
                seen,
                top,
                maps,
                agreements,
                note);
    }

    /** The picture, with what the network did not see darkened and hatched. */
    Pixels drawn() {
        return new Pixels(picture.width(), picture.height(), Overlay.seen(picture, scaled(seen)));
    }

    /** The picture with a map over it. */
    Pixels drawn(ReportedMap shown) {
        Heatmap map = shown.map();
        Heatmap placed = new Heatmap(map.height(), map.width(), map.values(), scaled(map.region()), map.meaning());
        Pixels drawn =
                new Pixels(picture.width(), picture.height(), shown.overlay().draw(picture, placed));
        List<MarkedBox> boxes = shown.marked().boxes().stream()
                .map(box -> box.scaled((double) picture.width() / width, (double) picture.height() / height))
                .toList();
        return MarkedBox.draw(drawn, boxes);
    }

    private Region scaled(Region region) {
        return region.scaled((double) picture.width() / width, (double) picture.height() / height);
    }
}
