package vermeer.dream;

import java.util.List;
import java.util.stream.IntStream;
import vermeer.image.InputProfile;
import vermeer.image.Placement;
import vermeer.image.Resize;

/**
 * The size that a picture must have so that the network reads a part of it pixel by pixel, without scaling: what is made on
 * a canvas, saved and opened again reaches the network as it was made.
 *
 * @param height rows of the canvas
 * @param width columns of the canvas
 * @param top the first row that the network reads
 * @param left the first column that the network reads
 * @param resize how a picture of any size is brought to the canvas
 */
record Canvas(int height, int width, int top, int left, Resize resize) {

    /** The canvas of a profile; where a profile scales every size there is, its input's size. */
    static Canvas of(InputProfile profile) {
        int height = profile.height();
        int width = profile.width();
        if (profile.resize() instanceof Resize.ShorterSide rule) {
            int side = rule.side();
            return width >= height
                    ? fitting(profile, List.of(side), List.of(Math.max(width, side)))
                    : fitting(profile, List.of(Math.max(height, side)), List.of(side));
        }
        if (profile.resize() instanceof Resize.CentralCrop rule) {
            return fitting(profile, around(height * 100 / rule.percent()), around(width * 100 / rule.percent()));
        }
        return whole(profile);
    }

    private static List<Integer> around(double exact) {
        int near = (int) Math.floor(exact);
        return IntStream.rangeClosed(near, near + 2).boxed().toList();
    }

    private static Canvas fitting(InputProfile profile, List<Integer> heights, List<Integer> widths) {
        for (int height : heights) {
            for (int width : widths) {
                Placement place = profile.resize().place(width, height, profile.width(), profile.height());
                int top = place.y() + place.top();
                int left = place.x() + place.left();
                boolean unscaled = place.width() == place.scaledWidth() && place.height() == place.scaledHeight();
                boolean inside =
                        top >= 0 && left >= 0 && top + profile.height() <= height && left + profile.width() <= width;
                if (unscaled && inside) {
                    return new Canvas(height, width, top, left, centre(Math.min(height, width)));
                }
            }
        }
        return whole(profile);
    }

    private static Canvas whole(InputProfile profile) {
        Resize rule = profile.resize();
        boolean cuts = rule instanceof Resize.ShorterSide || rule instanceof Resize.CentralCrop;
        return new Canvas(
                profile.height(),
                profile.width(),
                0,
                0,
                cuts ? centre(Math.max(profile.height(), profile.width())) : rule);
    }

    private static Resize centre(int side) {
        return new Resize.ShorterSide(side);
    }
}
