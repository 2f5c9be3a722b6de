package vermeer.data.augmentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Progress;

class JpegLossTest {
    private static final int WIDTH = 44;
    private static final int HEIGHT = 30;

    private static int level(int x, int y) {
        return (int) (128 + 60 * Math.sin(x * 0.5) + 50 * Math.cos(y * x * 0.03) + (x * 7 + y * 13) % 11);
    }

    @TempDir
    Path folder;

    /** A grey picture, so that the JDK's halved chroma does not matter. */
    private Picture savedByJava(float quality) throws Exception {
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                grey.getRaster().setSample(x, y, 0, level(x, y));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        Path file = folder.resolve("saved.jpg");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(grey, null, null), parameters);
        }
        return new PictureReader((other, progress) -> {
                    throw new PictureException("no worker");
                })
                .read(file, Progress.none());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 75, 95})
    void losesWhatTheJdksCodecLoses(int quality) throws Exception {
        float[] levels = new float[3 * WIDTH * HEIGHT];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(i / 3 % WIDTH, i / 3 / WIDTH);
        }

        JpegLoss.apply(levels, WIDTH, HEIGHT, quality);

        Picture reference = savedByJava(quality / 100f);
        double difference = 0;
        double loss = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            double saved = reference.rgb(x, y) & 0xff;
            difference += Math.abs(Math.max(0, Math.min(255, levels[3 * i])) - saved);
            loss += Math.abs(level(x, y) - saved);
        }
        difference /= WIDTH * HEIGHT;
        loss /= WIDTH * HEIGHT;
        assertTrue(difference < 0.6 || difference < 0.05 * loss, difference + " apart where " + loss + " is lost");
    }
}
