package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Real photos, real profiles, and the tensors that PyTorch and torchvision made of them. */
class PreprocessingReferenceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");

    @ParameterizedTest
    @CsvSource({
        "mobilenet_v2, open/chelsea.png",
        "mobilenet_v2, open/flower.jpg",
        "mobilenet_v2, imagenet/370_n02484975_guenon.jpg",
        "efficientnet_lite0, open/chelsea.png",
        "efficientnet_lite0, open/flower.jpg",
        "efficientnet_lite0, imagenet/370_n02484975_guenon.jpg"
    })
    void theInputIsTheReferences(String network, String image) throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("reference")), "../shared/reference is not here");
        Path file = SHARED.resolve("images").resolve(image);
        String stem = file.getFileName().toString().replaceAll("\\.\\w+$", "");
        Tensor expected = Npy.read(
                SHARED.resolve("reference").resolve(network).resolve(stem).resolve("input.npy"));
        InputProfile profile = ProfileJson.read(
                        SHARED.resolve("models").resolve(network + ".profile.json"), InputProfile.imageNet(1, 1))
                .profile();

        Tensor input = new Preprocessing(profile).input(Fixtures.read(file));

        assertArrayEquals(expected.shape(), input.shape());
        double sum = 0;
        double worst = 0;
        for (int i = 0; i < input.data().length; i++) {
            double difference = Math.abs(input.data()[i] - expected.data()[i]);
            sum += difference;
            worst = Math.max(worst, difference);
        }
        assertTrue(worst < 1e-5, "largest difference " + worst + ", mean " + sum / input.data().length);
        assertEquals(0, sum / input.data().length, 1e-6);
    }
}
