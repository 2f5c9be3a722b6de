package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.tensor.Tensor;

class PreprocessingTest {
    @TempDir
    private Path folder;

    private static InputProfile profile(
            int height,
            int width,
            ChannelOrder channels,
            Layout layout,
            Resize resize,
            List<Double> mean,
            List<Double> std) {
        return new InputProfile(
                height,
                width,
                channels,
                layout,
                resize,
                Interpolation.BILINEAR,
                mean,
                std,
                Output.LOGITS,
                Optional.empty());
    }

    private static Preprocessing of(ChannelOrder channels, Layout layout) {
        return new Preprocessing(profile(
                1, 2, channels, layout, new Resize.Stretch(), List.of(10.0, 20.0, 30.0), List.of(2.0, 4.0, 5.0)));
    }

    @Test
    void channelsAndLayoutAreTheNetworks() {
        Picture picture = Picture.of(2, 1, new byte[] {50, 60, 70, 80, 90, 100});

        assertArrayEquals(
                new float[] {20, 35, 10, 17.5f, 8, 14},
                of(ChannelOrder.RGB, Layout.NCHW).input(picture).data());
        assertArrayEquals(
                new float[] {20, 10, 8, 35, 17.5f, 14},
                of(ChannelOrder.RGB, Layout.NHWC).input(picture).data());
        assertArrayEquals(
                new float[] {30, 10, 4, 45, 17.5f, 10},
                of(ChannelOrder.BGR, Layout.NHWC).input(picture).data());
    }

    @Test
    void greyIsOneChannelAndSeenAsGrey() {
        Preprocessing grey = new Preprocessing(
                profile(1, 1, ChannelOrder.GREY, Layout.NCHW, new Resize.Stretch(), List.of(0.0), List.of(255.0)));

        Tensor input = grey.input(Picture.of(1, 1, new byte[] {(byte) 200, 100, 50}));

        assertArrayEquals(new int[] {1, 1, 1, 1}, input.shape());
        assertEquals(124 / 255f, input.data()[0], 1e-6);
        assertEquals(0x7c7c7c, grey.asSeen(input).rgb(0, 0));
    }

    @Test
    void whatTheNetworkSeesIsTheInputTurnedBack() throws Exception {
        Picture noise = Fixtures.picture("noise.png", folder);
        for (ChannelOrder order : List.of(ChannelOrder.RGB, ChannelOrder.BGR)) {
            Preprocessing same = new Preprocessing(profile(
                    noise.height(),
                    noise.width(),
                    order,
                    Layout.NHWC,
                    new Resize.Stretch(),
                    List.of(123.675, 116.28, 103.53),
                    List.of(58.395, 57.12, 57.375)));

            assertEquals(noise, same.asSeen(same.input(noise)));
        }
    }

    @Test
    void aLevelHasOneInputValueAChannel() {
        assertArrayEquals(
                new float[] {0, -2.5f, -4}, of(ChannelOrder.RGB, Layout.NCHW).inputValue(10));
    }

    @Test
    void theCentreCropLeavesOutTheSidesOfAWidePicture() {
        Region seen =
                new Preprocessing(InputProfile.imageNet(224, 224)).seen(Picture.of(512, 256, new byte[3 * 512 * 256]));

        assertEquals(new Region(144, 16, 224, 224), seen);
    }

    @Test
    void theRegionIsInThePicturesOwnPixels() {
        Preprocessing stretch = new Preprocessing(
                profile(10, 20, ChannelOrder.GREY, Layout.NCHW, new Resize.Stretch(), List.of(0.0), List.of(1.0)));

        assertEquals(new Region(0, 0, 60, 50), stretch.seen(Picture.of(60, 50, new byte[3 * 60 * 50])));
    }

    @Test
    void aLetterboxSeesMoreThanThePictureAndPadsIt() {
        Preprocessing letterbox = new Preprocessing(
                profile(4, 4, ChannelOrder.GREY, Layout.NCHW, new Resize.Letterbox(114), List.of(0.0), List.of(1.0)));
        Picture wide = Picture.of(8, 4, new byte[3 * 8 * 4]);

        assertEquals(new Region(0, -2, 8, 8), letterbox.seen(wide));
        assertArrayEquals(
                new float[] {114, 114, 114, 114, 0, 0, 0, 0, 0, 0, 0, 0, 114, 114, 114, 114},
                letterbox.input(wide).data());
    }

    @Test
    void aCropLargerThanThePictureIsBlackAround() {
        Preprocessing large = new Preprocessing(
                profile(4, 4, ChannelOrder.GREY, Layout.NCHW, new Resize.ShorterSide(2), List.of(0.0), List.of(1.0)));
        byte[] white = new byte[12];
        java.util.Arrays.fill(white, (byte) 255);

        assertEquals(new Region(-1, -1, 4, 4), large.seen(Picture.of(2, 2, white)));
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0},
                large.input(Picture.of(2, 2, white)).data());
    }

    @Test
    void theCentralCropIsCutBeforeItIsScaled() {
        Preprocessing central = new Preprocessing(profile(
                7, 7, ChannelOrder.GREY, Layout.NCHW, new Resize.CentralCrop(87.5), List.of(0.0), List.of(1.0)));

        assertEquals(new Region(4, 1, 14, 14), central.seen(Picture.of(22, 16, new byte[3 * 22 * 16])));
    }
}
