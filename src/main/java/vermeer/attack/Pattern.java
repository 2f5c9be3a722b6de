package vermeer.attack;

import vermeer.image.Picture;

/**
 * A change that is made once and put on many pictures: planes {@code [channels, height, width]}.
 *
 * @param values of a patch levels, 0 to 255; of a universal perturbation changes in levels
 */
record Pattern(int channels, int height, int width, float[] values) {

    /** The pattern as a picture, each value moved up by {@code middle}. */
    Picture picture(int middle) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            for (int colour = 0; colour < 3; colour++) {
                int level = Math.round(values[Math.min(colour, channels - 1) * width * height + i]) + middle;
                rgb[3 * i + colour] = (byte) Math.max(0, Math.min(255, level));
            }
        }
        return Picture.of(width, height, rgb);
    }
}
