package vermeer.data.inspection;

/**
 * What a picture is like.
 *
 * @param key which picture
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param sha256 of the file's bytes
 * @param brightness mean luminance, 0 to 255
 * @param sharpness variance of the Laplacian of the luminance, of the picture with its longer side at 256 pixels; below about 100 it
 *     looks blurred
 * @param look what it looks like from afar
 */
public record PictureFacts(
        String key, int width, int height, String sha256, double brightness, double sharpness, PerceptualHash look) {}
