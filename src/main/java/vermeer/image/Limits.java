package vermeer.image;

import java.time.Duration;

/**
 * How large a picture file may be. Checked on the header, before any pixel is read.
 *
 * @param fileBytes the largest file
 * @param pixels the most pixels that are read at full size; above, a picture is reduced while it is read
 * @param reducedSide the longer side, in pixels, that a reduced picture does not exceed
 * @param side the longest side
 * @param deadline how long reading may take
 * @param ratio how many times its file a decoded picture may be
 * @param ratioFreePixels pictures below this many pixels may have any ratio, because a flat picture is legal
 */
public record Limits(
        long fileBytes, long pixels, int reducedSide, int side, Duration deadline, int ratio, long ratioFreePixels) {

    /** 256 MB, 100 megapixels, 4,096 px, 65,535 px, 20 s, 10,000 and 16 megapixels. */
    public static Limits standard() {
        return new Limits(256L << 20, 100_000_000, 4096, 65_535, Duration.ofSeconds(20), 10_000, 16_000_000);
    }
}
