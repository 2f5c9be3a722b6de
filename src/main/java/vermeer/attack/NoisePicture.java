package vermeer.attack;

import java.nio.ByteBuffer;
import vermeer.image.Picture;

/**
 * The change of a picture made visible: grey where nothing changed, amplified around it.
 *
 * @param picture level 128 plus {@code factor} times the change, clipped
 * @param factor how much the change is amplified
 */
public record NoisePicture(Picture picture, double factor) {
    private static final double[] FACTORS = {127, 100, 60, 50, 40, 30, 20, 15, 10, 8, 6, 5, 4, 3, 2, 1};
    private static final int GREY = 128;

    /**
     * The difference of two pictures of one size, amplified by the largest round factor that clips nothing.
     *
     * @throws IllegalArgumentException where the sizes differ
     */
    public static NoisePicture between(Picture original, Picture result) {
        if (original.width() != result.width() || original.height() != result.height()) {
            throw new IllegalArgumentException("the pictures differ in size");
        }
        ByteBuffer before = original.bytes();
        ByteBuffer after = result.bytes();
        int largest = 0;
        for (int i = 0; i < before.limit(); i++) {
            largest = Math.max(largest, Math.abs((after.get(i) & 0xff) - (before.get(i) & 0xff)));
        }
        double factor = 0.5;
        for (int i = FACTORS.length - 1; i >= 0; i--) {
            factor = FACTORS[i] * largest <= GREY - 1 ? FACTORS[i] : factor;
        }
        byte[] rgb = new byte[before.limit()];
        for (int i = 0; i < rgb.length; i++) {
            double level = GREY + factor * ((after.get(i) & 0xff) - (before.get(i) & 0xff));
            rgb[i] = (byte) Math.max(0, Math.min(255, Math.round(level)));
        }
        return new NoisePicture(Picture.of(original.width(), original.height(), rgb), factor);
    }
}
