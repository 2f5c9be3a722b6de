package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;

class ZooConversionTest {
    @TempDir
    Path folder;

    @Test
    void aNetworkOfTheZooIsComparedOnAPhotoToo() throws Exception {
        Conversion conversion = ZooConversion.run("LeNet", folder, Progress.none());
        Tensor input = Npy.read(Path.of(conversion.input()));
        assertArrayEquals(new int[] {3, 1, 28, 28}, input.shape());
        float[] photo =
                ParityPhoto.of(new long[] {1, 28, 28}, false).dup('c').data().asFloat();
        assertArrayEquals(photo, Arrays.copyOfRange(input.data(), 2 * photo.length, 3 * photo.length));
        Tensor logits = Npy.read(Path.of(conversion.logits().file()));
        assertArrayEquals(new int[] {3, 10}, logits.shape());
    }
}
