package vermeer.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How much of a picture is read, decided on its header.
 *
 * @param width the picture's width as stored
 * @param height its height
 * @param step every how many pixels one is read; 1 reads all
 */
record Reduction(int width, int height, int step) {

    /** @throws PictureException where the picture is beyond the limits */
    static Reduction of(Path file, long fileBytes, int width, int height, Limits limits) throws PictureException {
        if (width < 1 || height < 1) {
            throw PictureException.of(file, "has no pixels", "export it again");
        }
        String size = count(width) + " x " + count(height) + " pixels";
        if (Math.max(width, height) > limits.side()) {
            throw PictureException.of(
                    file,
                    "says it has " + size + ", more than " + count(limits.side()) + " on one side",
                    "make it smaller or cut it");
        }
        long pixels = (long) width * height;
        if (pixels >= limits.ratioFreePixels() && 3 * pixels > limits.ratio() * fileBytes) {
            throw PictureException.of(
                    file,
                    "says it has " + size + " in only " + count(fileBytes) + " bytes, as broken and harmful files do",
                    "export it again if it is yours");
        }
        int longer = Math.max(width, height);
        int step = pixels <= limits.pixels() ? 1 : (longer + limits.reducedSide() - 1) / limits.reducedSide();
        return new Reduction(width, height, step);
    }

    /** The columns that are read. */
    int readWidth() {
        return (width + step - 1) / step;
    }

    /** The rows that are read. */
    int readHeight() {
        return (height + step - 1) / step;
    }

    /** What the user is told. */
    List<String> notices(Path file) {
        return step == 1
                ? List.of()
                : List.of(file.getFileName() + " has " + count(width) + " x " + count(height)
                        + " pixels; it was reduced to " + count(readWidth()) + " x " + count(readHeight())
                        + " while reading.");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
