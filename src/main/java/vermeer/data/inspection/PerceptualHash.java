package vermeer.data.inspection;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a picture looks like from afar, in few bytes: pictures that were scaled, saved again, brightened or trimmed a little have
 * nearly the same. The bits are the signs of the 63 lowest frequencies of a cosine transform of 32 x 32 luminances (after Zauner,
 * 2010, "Implementation and benchmarking of perceptual image hash functions", with signs in place of the median, so that the hash
 * of the mirror image follows from it); the tones, 16 x 16 luminances, confirm what the bits suggest.
 */
public final class PerceptualHash {
    /** Bits that may differ between near duplicates. */
    static final int MOST_BITS = 16;

    private static final double LEAST_CORRELATION = 0.9;
    private static final int SIDE = 32;
    private static final int LOW = 8;
    private static final int TONES = 16;
    private static final double FLAT = 2;
    private static final double[][] COSINES = cosines();
    private static final long ODD_ACROSS = 0xaaaaaaaaaaaaaaaaL;

    private final long bits;
    private final byte[] tones;

    private PerceptualHash(long bits, byte[] tones) {
        this.bits = bits;
        this.tones = tones;
    }

    static PerceptualHash of(Luminance picture) {
        Luminance small = picture.scaled(SIDE, SIDE);
        float[] coarse = small.scaled(TONES, TONES).values();
        byte[] tones = new byte[coarse.length];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = (byte) Math.round(coarse[i]);
        }
        return new PerceptualHash(bits(small.values()), tones);
    }

    /** As one word, for files. */
    String text() {
        return Long.toHexString(bits) + "-" + HexFormat.of().formatHex(tones);
    }

    /** @throws IllegalArgumentException where it is none */
    static PerceptualHash parse(String text) {
        int dash = text.indexOf('-');
        byte[] tones = HexFormat.of().parseHex(text.substring(dash + 1));
        if (dash < 0 || tones.length != TONES * TONES) {
            throw new IllegalArgumentException("no perceptual hash");
        }
        return new PerceptualHash(Long.parseUnsignedLong(text.substring(0, dash), 16), tones);
    }

    /** Bit {@code 8 v + u} for the frequency u across and v down; bit 0, the mean, stays 0. */
    private static long bits(float[] small) {
        double[] across = new double[SIDE * LOW];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < LOW; u++) {
                for (int x = 0; x < SIDE; x++) {
                    across[y * LOW + u] += COSINES[u][x] * small[y * SIDE + x];
                }
            }
        }
        long bits = 0;
        for (int place = 1; place < LOW * LOW; place++) {
            double sum = 0;
            for (int y = 0; y < SIDE; y++) {
                sum += COSINES[place / LOW][y] * across[y * LOW + place % LOW];
            }
            bits |= sum > 0 ? 1L << place : 0;
        }
        return bits;
    }

    private static double[][] cosines() {
        double[][] cosines = new double[LOW][SIDE];
        for (int k = 0; k < LOW; k++) {
            for (int n = 0; n < SIDE; n++) {
                cosines[k][n] = Math.cos((2 * n + 1) * k * Math.PI / (2 * SIDE));
            }
        }
        return cosines;
    }

    /** Whether the other picture, or its mirror image, looks the same from afar. */
    public boolean near(PerceptualHash other) {
        return Long.bitCount(bits ^ other.bits) <= MOST_BITS && sameTones(other, false)
                || Long.bitCount(bits ^ other.bits ^ ODD_ACROSS) <= MOST_BITS && sameTones(other, true);
    }

    private boolean sameTones(PerceptualHash other, boolean mirrored) {
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < tones.length; i++) {
            meanOne += tones[i] & 0xff;
            meanOther += other.tones[i] & 0xff;
        }
        meanOne /= tones.length;
        meanOther /= tones.length;
        double both = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < tones.length; i++) {
            int place = mirrored ? i / TONES * TONES + TONES - 1 - i % TONES : i;
            double one = (tones[i] & 0xff) - meanOne;
            double two = (other.tones[place] & 0xff) - meanOther;
            both += one * two;
            squareOne += one * one;
            squareOther += two * two;
        }
        double limit = FLAT * FLAT * tones.length;
        if (squareOne < limit || squareOther < limit) {
            // a flat picture has no shape to compare: only another flat one of its tone is like it
            return squareOne < limit && squareOther < limit && Math.abs(meanOne - meanOther) < FLAT;
        }
        return both / Math.sqrt(squareOne * squareOther) >= LEAST_CORRELATION;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerceptualHash hash && bits == hash.bits && Arrays.equals(tones, hash.tones);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }
}
