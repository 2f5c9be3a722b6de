package vermeer.image;

import java.util.List;
import java.util.Optional;

/**
 * How a picture becomes a network's input, and what the network's output is. A level from 0 to 255 becomes
 * {@code (level - mean) / std}.
 *
 * @param height the input's rows
 * @param width the input's columns
 * @param channels which channels, in which order
 * @param layout the order of the input's axes
 * @param resize how a picture gets the input's size
 * @param interpolation how it is scaled
 * @param mean in levels, one a channel in the network's order
 * @param std in levels, one a channel in the network's order; not 0
 * @param output what the network gives
 * @param classes the file with the class names, beside the profile; empty where there is none
 */
public record InputProfile(
        int height,
        int width,
        ChannelOrder channels,
        Layout layout,
        Resize resize,
        Interpolation interpolation,
        List<Double> mean,
        List<Double> std,
        Output output,
        Optional<String> classes) {

    private static final int MAX_SIDE = 8192;

    /** @throws IllegalArgumentException where values do not fit; the message is a clause that a user understands */
    public InputProfile {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        require(height >= 1 && height <= MAX_SIDE, "the height must be 1 to " + MAX_SIDE + " pixels, not " + height);
        require(width >= 1 && width <= MAX_SIDE, "the width must be 1 to " + MAX_SIDE + " pixels, not " + width);
        require(
                mean.size() == channels.count(),
                "the mean must have " + channels.count() + " value(s) for " + channels);
        require(std.size() == channels.count(), "the std must have " + channels.count() + " value(s) for " + channels);
        require(mean.stream().allMatch(Double::isFinite), "the mean must be numbers");
        require(std.stream().allMatch(value -> Double.isFinite(value) && value != 0), "the std must be numbers, not 0");
    }

    private static void require(boolean fits, String clause) {
        if (!fits) {
            throw new IllegalArgumentException(clause);
        }
    }

    /**
     * What most networks trained on ImageNet with PyTorch want: RGB, {@code NCHW}, shorter side to 8/7 of the input, centre
     * crop, bilinear, ImageNet's mean and standard deviation, logits.
     */
    public static InputProfile imageNet(int height, int width) {
        return new InputProfile(
                height,
                width,
                ChannelOrder.RGB,
                Layout.NCHW,
                new Resize.ShorterSide(Math.round(Math.min(height, width) * 8 / 7f)),
                Interpolation.BILINEAR,
                List.of(123.675, 116.28, 103.53),
                List.of(58.395, 57.12, 57.375),
                Output.LOGITS,
                Optional.empty());
    }

    /** The same profile with another rule for resizing. */
    public InputProfile withResize(Resize newResize) {
        return new InputProfile(height, width, channels, layout, newResize, interpolation, mean, std, output, classes);
    }

    /** One input's shape without the batch axis. */
    public int[] shape() {
        int depth = channels.count();
        return layout == Layout.NCHW ? new int[] {depth, height, width} : new int[] {height, width, depth};
    }

    /** The resize rule in words. */
    public String resizeText() {
        return resize.text(width, height);
    }
}
