package vermeer.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Tensor tensor = new Tensor(new int[] {2, 1, 3}, new float[] {1, -2.5f, 3e-30f, Float.NaN, 0, 5});

        assertEquals(tensor, Npy.read(file(bytes(tensor))));
    }

    @Test
    void longArraysAreWrittenInPieces() throws Exception {
        float[] values = new float[200_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        Tensor tensor = new Tensor(new int[] {values.length}, values);

        assertEquals(tensor, Npy.read(file(bytes(tensor))));
    }

    @Test
    void theHeaderIsNumpysOwn() throws Exception {
        byte[] bytes = bytes(Tensor.zeros(5));

        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (5,), }", header.strip());
        assertEquals('\n', header.charAt(117));
        assertEquals(128 + 20, bytes.length);
    }

    @Test
    void aScalarHasNoAxes() throws Exception {
        Tensor scalar = new Tensor(new int[0], new float[] {7});

        assertEquals(scalar, Npy.read(file(bytes(scalar))));
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, 0000000000000440, 2.5",
        ">f8, 4004000000000000, 2.5",
        ">f4, 40200000, 2.5",
        "<f2, 0041, 2.5",
        "<f2, 0100, 5.9604645e-8",
        "<f2, 00fc, -Infinity",
        "|i1, ff, -1",
        "|u1, ff, 255",
        "|b1, 02, 1",
        "<i2, feff, -2",
        ">u2, fffe, 65534",
        "<i4, feffffff, -2",
        "<u4, ffffffff, 4294967295",
        "<i8, feffffffffffffff, -2"
    })
    void everyNumberTypeBecomesFloat32(String type, String hex, float expected) throws Exception {
        byte[] value = new byte[hex.length() / 2];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }

        Tensor read =
                Npy.read(file(raw(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (1,), }", value)));

        assertArrayEquals(new float[] {expected}, read.data());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void columnMajorArraysOfEveryVersionAreTurned(int version) throws Exception {
        byte[] values = {1, 2, 3, 4, 5, 6};

        Tensor read =
                Npy.read(file(raw(version, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }", values)));

        assertEquals(new Tensor(new int[] {2, 3}, new float[] {1, 3, 5, 2, 4, 6}), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000, 1000), }",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f4', 'shape': (1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (,), }",
                ""
            })
    void aHostileHeaderIsOneSentence(String header) throws Exception {
        Path file = file(raw(1, header, new byte[4]));

        NpyException refusal = assertThrows(NpyException.class, () -> Npy.read(file));

        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("save it again with numpy.save as float32."), refusal.getMessage());
    }

    @Test
    void aLongHeaderIsRefusedBeforeItIsAllocated() throws Exception {
        byte[] bytes = raw(2, "", new byte[0]);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
        Path file = file(bytes);

        assertThrows(NpyException.class, () -> Npy.read(file));
    }

    @Test
    void everyMutantIsAnArrayOrOneSentence() throws Exception {
        byte[] seed = bytes(Tensor.zeros(2, 3));
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = random.nextInt(6) == 0 ? Arrays.copyOf(seed, random.nextInt(seed.length)) : seed.clone();
            for (int changes = random.nextInt(4); changes >= 0 && mutant.length > 0; changes--) {
                mutant[random.nextInt(Math.min(80, mutant.length))] = (byte) random.nextInt(256);
            }
            Path file = file(mutant);
            try {
                Npy.read(file);
            } catch (NpyException refused) {
                assertTrue(refused.getMessage().contains(file.toString()));
            }
        }
    }

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("array.npy"), bytes);
    }

    private static byte[] bytes(Tensor tensor) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(tensor, out);
        return out.toByteArray();
    }

    private static byte[] raw(int version, String header, byte[] values) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(12 + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(values);
        return Arrays.copyOf(file.array(), file.position());
    }
}
