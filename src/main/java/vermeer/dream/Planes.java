package vermeer.dream;

import vermeer.image.Picture;

/**
 * A picture as numbers that can be optimised: {@code [channels, height, width]}, red first or one grey plane, 0 (black) to 1
 * (white). Values outside are clipped where it becomes a picture.
 *
 * @param values shared, not copied
 */
record Planes(int channels, int height, int width, float[] values) {

    Planes {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    values.length + " values are no " + channels + " planes of " + width + " x " + height + " pixels");
        }
    }

    /** All black. */
    static Planes black(int channels, int height, int width) {
        return new Planes(channels, height, width, new float[channels * height * width]);
    }

    /** Values of one plane. */
    int size() {
        return height * width;
    }

    /** The same extents with other values. */
    Planes with(float[] others) {
        return new Planes(channels, height, width, others);
    }

    /** Rounded to 8 bits, as it is saved. */
    Picture picture() {
        byte[] rgb = new byte[3 * size()];
        for (int i = 0; i < size(); i++) {
            for (int colour = 0; colour < 3; colour++) {
                float value = values[(channels == 1 ? 0 : colour) * size() + i];
                rgb[3 * i + colour] = (byte) Math.max(0, Math.min(255, Math.round(255 * value)));
            }
        }
        return Picture.of(width, height, rgb);
    }
}
