package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm: each is refused by its reason, quickly, before DL4J or ND4J see anything of it. */
class HostileModelTest {
    private static final double SECONDS = 2;
    private static Map<String, byte[]> honest;

    @TempDir
    Path folder;

    private Path file;

    @BeforeAll
    static void make() throws IOException {
        honest = HostileZips.honest();
    }

    @BeforeEach
    void name() {
        file = folder.resolve("model.zip");
    }

    private Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>(honest);
        entries.put(name, content);
        return entries;
    }

    private Map<String, byte[]> withConfiguration(String from, String to) {
        String json = new String(honest.get("configuration.json"), StandardCharsets.UTF_8);
        assertTrue(json.contains(from), "the configuration has no " + from);
        return with("configuration.json", json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private void refused(Path hostile, String reason) {
        long start = System.nanoTime();
        ConversionException refusal = assertThrows(ConversionException.class, () -> SourceFile.open(hostile, folder));
        double took = (System.nanoTime() - start) / 1e9;
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
        assertTrue(took < SECONDS, "took " + took + " s");
    }

    @Test
    void anHonestZipOpens() throws Exception {
        OpenedModel model = SourceFile.open(HostileZips.zip(file, honest), folder);
        assertEquals(3, model.network().steps().size());
        assertEquals(9, model.shapes().rows().orElseThrow());
        assertTrue(model.notices().isEmpty());
    }

    @Test
    void aSerializedObjectIsDroppedWithANoticeAndNeverRead() throws Exception {
        Path marker = folder.resolve("marker");
        byte[] gadget = HostileZips.gadget(marker);
        Map<String, byte[]> entries = with("preprocessor.bin", gadget);
        entries.put("objects/list", gadget);
        OpenedModel model = SourceFile.open(HostileZips.zip(file, entries), folder);
        assertEquals(2, model.notices().size());
        assertTrue(model.notices().get(0).contains("preprocessor.bin"));
        assertFalse(Files.exists(marker));
    }

    @Test
    void aHeaderThatClaimsTwoGigabytesIsNotBelieved() throws Exception {
        refused(HostileZips.liar(file), "is damaged or no zip archive");
        assertTrue(Files.size(file) < 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coefficients.bin", "configuration.json", "updaterState.bin", "labels.txt"})
    void aBombIsRefusedWhateverItsName(String entry) throws Exception {
        refused(HostileZips.bomb(file, entry), "zip bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escape", "/etc/escape", "a/../../escape", "..\\escape", "C:\\escape", "C:escape"})
    void aNameThatPointsOutsideIsRefused(String name) throws Exception {
        refused(HostileZips.zip(file, with(name, new byte[1])), "points out of the archive");
        assertFalse(Files.exists(folder.getParent().resolve("escape")));
    }

    @Test
    void anUnknownEntryIsRefused() throws Exception {
        refused(HostileZips.zip(file, with("run.sh", new byte[1])), "which no DL4J model has");
    }

    @Test
    void aNameThatComesTwiceIsRefused() throws Exception {
        refused(HostileZips.withDuplicate(file), "twice");
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>(honest);
        for (int i = 0; i < 40; i++) {
            entries.put("objects/" + i, new byte[1]);
        }
        refused(HostileZips.zip(file, entries), "more than 32 entries");
    }

    @Test
    void weightsOfAnotherLengthAreRefusedBeforeAnythingIsAllocated() throws Exception {
        byte[] weights = honest.get("coefficients.bin");
        refused(
                HostileZips.zip(file, with("coefficients.bin", Arrays.copyOf(weights, weights.length - 4))),
                "end too early");
        refused(
                HostileZips.zip(file, with("coefficients.bin", Arrays.copyOf(weights, weights.length + 4))),
                "go on after their end");
        refused(
                HostileZips.zip(file, with("coefficients.bin", claiming(weights, 1L << 40))),
                "parameters but the file holds");
        refused(
                HostileZips.zip(file, with("coefficients.bin", claiming(weights, -5))),
                "parameters but the file holds");
    }

    /** The weights with another number of values in their second header. */
    private static byte[] claiming(byte[] weights, long length) {
        byte[] forged = weights.clone();
        byte[] type = "FLOAT".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < forged.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(forged, i, i + type.length), type)) {
                ByteBuffer.wrap(forged).putLong(i - 2 - Long.BYTES, length);
                return forged;
            }
        }
        throw new IllegalStateException("no header");
    }

    @ParameterizedTest
    @CsvSource({"6,1000000000000", "6,9223372036854775807", "196,4611686018427387904"})
    void aConfigurationThatAsksForTooManyParametersIsRefused(String usual, String huge) throws Exception {
        String key = usual.equals("6") ? "\"nout\" : " : "\"nin\" : ";
        String json = new String(honest.get("configuration.json"), StandardCharsets.UTF_8);
        String real = json.contains(key) ? key : key.replace("nout", "nOut").replace("nin", "nIn");
        refused(HostileZips.zip(file, withConfiguration(real + usual, real + huge)), "asks for more than");
    }

    @Test
    void aClassThatIsNotDl4jsIsRefusedByName() throws Exception {
        String own = "org.deeplearning4j.nn.conf.layers.DenseLayer";
        refused(
                HostileZips.zip(file, withConfiguration(own, "javax.swing.JEditorPane")),
                "names the class javax.swing.JEditorPane, which is not part of Deeplearning4j");
        refused(
                HostileZips.zip(file, withConfiguration(own, "org.deeplearning4j.nn.conf.layers.LSTM")),
                "LSTM (org.deeplearning4j.nn.conf.layers.LSTM), which Vermeer cannot convert");
        refused(
                HostileZips.zip(file, withConfiguration("\"@class\" : \"" + own, "\"\\u0040class\" : \"evil.Class")),
                "names the class evil.Class");
    }

    @Test
    void aConfigurationNestedTooDeepIsRefused() throws Exception {
        String deep = "{\"confs\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        refused(HostileZips.zip(file, with("configuration.json", noise(deep))), "nested deeper than 200 levels");
    }

    /** Brackets pack so well that they would be taken for a bomb; white space that does not pack makes up for it. */
    private static byte[] noise(String json) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(json);
        for (int i = 0; i < 40_000; i++) {
            text.append(" \t\n\r".charAt(random.nextInt(4)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMissingOrNoModelIsSaid() throws Exception {
        refused(
                HostileZips.zip(file, Map.of("configuration.json", honest.get("configuration.json"))),
                "has no weights");
        refused(
                HostileZips.zip(file, Map.of("coefficients.bin", honest.get("coefficients.bin"))),
                "has no configuration.json");
        refused(
                HostileZips.zip(file, with("configuration.json", "{}".getBytes(StandardCharsets.UTF_8))),
                "describes no network");
        refused(
                HostileZips.zip(file, with("configuration.json", "<html>".getBytes(StandardCharsets.UTF_8))),
                "is damaged");
        refused(Files.write(file, "PK but no zip".getBytes(StandardCharsets.UTF_8)), "has no configuration.json");
        refused(Files.write(file, new byte[0]), "is neither a DL4J zip nor a Keras HDF5 file");
    }

    @Test
    void mutatedZipsOpenOrAreRefusedButNeverBreak() throws Exception {
        byte[] good = Files.readAllBytes(HostileZips.zip(file, honest));
        Random random = new Random(2026);
        int opened = 0;
        for (int i = 0; i < 200; i++) {
            byte[] mutant = random.nextInt(6) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int j = 1 + random.nextInt(8); j > 0 && mutant.length > 0; j--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            Files.write(file, mutant);
            try {
                SourceFile.open(file, folder);
                opened++;
            } catch (ConversionException refusal) {
                assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
            }
        }
        assertTrue(opened < 200, "no mutant was refused");
    }

    @Test
    void aKerasFileCutOffAnywhereIsRefused() throws Exception {
        Path keras = Path.of(System.getProperty("user.dir")).resolveSibling("shared/models/mobilenet_v2_keras.h5");
        assumeTrue(Files.exists(keras), "needs ../shared");
        byte[] whole = Files.readAllBytes(keras);
        Path cut = folder.resolve("cut.h5");
        refused(Files.write(cut, Arrays.copyOf(whole, 6)), "is no HDF5 file");
        for (int length = 1024; length < whole.length; length += 512 << 10) {
            refused(Files.write(cut, Arrays.copyOf(whole, length)), "is cut off");
        }
        refused(Files.write(cut, Arrays.copyOf(whole, whole.length - 1)), "is cut off");
    }

    @Test
    @Tag("full")
    void aKerasFileCutOffAtEveryKilobyteIsRefused() throws Exception {
        Path keras = Path.of(System.getProperty("user.dir")).resolveSibling("shared/models/mobilenet_v2_keras.h5");
        assumeTrue(Files.exists(keras), "needs ../shared");
        Path cut = Files.copy(keras, folder.resolve("cut.h5"));
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (long length = channel.size() - 1 >> 10 << 10; length > 0; length -= 1 << 10) {
                channel.truncate(length);
                refused(cut, "is cut off");
            }
        }
    }
}
