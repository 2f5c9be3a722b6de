package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.job.Progress;

/** Damaged Keras files go through the native HDF5 parser: whatever that does, this process lives and has a sentence. */
class ConversionMutantTest {
    private static final int MUTANTS = Integer.getInteger("vermeer.mutants", 30);

    @TempDir
    Path folder;

    @Tag("full")
    @Test
    void damagedKerasFilesConvertOrAreRefusedInASentence() throws Exception {
        Path keras = Path.of(System.getProperty("user.dir")).resolveSibling("shared/models/mobilenet_v2_keras.h5");
        assumeTrue(Files.exists(keras), "needs ../shared");
        byte[] whole = Files.readAllBytes(keras);
        Random random = new Random(14);
        Path mutant = folder.resolve("mutant.h5");
        try (Engine engine = Engine.start()) {
            ConversionService service = new ConversionService(folder.resolve("cache"), engine);
            for (int i = 0; i < MUTANTS; i++) {
                byte[] changed = whole.clone();
                for (int j = 0; j < 40; j++) {
                    // The format's own structures lie at the start and between the weights.
                    int reach = j % 2 == 0 ? 4096 : changed.length;
                    changed[8 + random.nextInt(reach - 8)] = (byte) random.nextInt();
                }
                Files.write(mutant, changed);
                try {
                    service.toOnnx(mutant, Progress.none());
                } catch (ModelException refused) {
                    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
                    assertTrue(refused.getMessage().lines().count() == 1, refused.getMessage());
                }
            }
        }
    }
}
