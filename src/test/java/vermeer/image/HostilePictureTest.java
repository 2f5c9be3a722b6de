package vermeer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.Progress;

/** Files that are small and ask for much, or are legal and large. */
class HostilePictureTest {
    private static final PictureReader READER = new PictureReader((file, progress) -> {
        throw new AssertionError("no worker is needed");
    });

    @TempDir
    private Path folder;

    @Test
    void aGifOf34BytesThatClaims2GigapixelsIsRefused() throws Exception {
        ByteBuffer gif = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
        gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 65535)
                .putShort((short) 32767);
        gif.put((byte) 0x80).put(new byte[8]);
        gif.put((byte) 0x2c)
                .putInt(0)
                .putShort((short) 65535)
                .putShort((short) 32767)
                .put((byte) 0);
        gif.put(new byte[] {2, 2, 0x44});

        String refusal = refusal(Files.write(folder.resolve("bomb.gif"), gif.array()));

        assertEquals(
                "bomb.gif says it has 65,535 x 32,767 pixels in only 34 bytes, as broken and harmful files do;"
                        + " export it again if it is yours.",
                refusal);
    }

    @Test
    void aPngOf65BytesThatClaimsASideOf2To31IsRefused() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pngHeader(png, Integer.MAX_VALUE, Integer.MAX_VALUE, 2);
        chunk(png, "IDAT", new byte[8]);
        chunk(png, "IEND", new byte[0]);
        assertEquals(65, png.size());

        String refusal = refusal(Files.write(folder.resolve("wide.png"), png.toByteArray()));

        assertTrue(refusal.startsWith("wide.png says it has 2,147,483,647 x 2,147,483,647 pixels, more than 65,535"));
    }

    @Test
    void compressedTextInAPngIsNeverInflated() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(new byte[] {'b', 'o', 'm', 'b', 0, 0});
        try (OutputStream deflated = new DeflaterOutputStream(text)) {
            for (int i = 0; i < 1 << 8; i++) {
                deflated.write(new byte[1 << 20]);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pngHeader(png, 2, 1, 3);
        chunk(png, "zTXt", text.toByteArray());
        chunk(png, "PLTE", new byte[] {1, 2, 3, 20, 20, 20});
        chunk(png, "IDAT", deflated(new byte[] {0, 0, 1}));
        chunk(png, "IEND", new byte[0]);
        Path file = Files.write(folder.resolve("text.png"), png.toByteArray());

        Picture picture = assertTimeout(Duration.ofSeconds(5), () -> READER.read(file, Progress.none()));

        assertEquals(0x141414, picture.rgb(1, 0));
    }

    @Test
    void aBmpMayNotHideAnotherFormat() throws Exception {
        ByteBuffer bmp = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B')
                .put((byte) 'M')
                .putInt(200)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(10)
                .putInt(10);
        bmp.putShort((short) 1).putShort((short) 24).putInt(4);

        assertEquals(
                "jpeg.bmp is damaged or not a BMP that Vermeer reads; export or download it again.",
                refusal(Files.write(folder.resolve("jpeg.bmp"), bmp.array())));
    }

    @Test
    void theLongestLegalLineIsRead() throws Exception {
        byte[] row = new byte[1 + 65535];
        row[65535] = 77;
        Path file = png("line.png", 65535, 1, deflated(row));

        Picture picture = READER.read(file, Progress.none());

        assertEquals(65535, picture.width());
        assertEquals(0x4d4d4d, picture.rgb(65534, 0));
    }

    @Test
    void aDeadlineEndsReading() throws Exception {
        Path file = Fixtures.copy("noise.png", folder);
        PictureReader reader = new PictureReader((path, progress) -> null, standardWithin(Duration.ZERO));

        String refusal = assertThrows(PictureException.class, () -> reader.read(file, Progress.none()))
                .getMessage();

        assertEquals("noise.png took longer than 0 s to read; export it again or make it smaller.", refusal);
    }

    @Test
    void aHugePictureIsReducedWhileItIsReadAndSaysSo() throws Exception {
        Limits small = new Limits(1 << 20, 1000, 20, 65535, Duration.ofSeconds(20), 10_000, 16_000_000);
        Path file = Fixtures.copy("noise.png", folder);

        Picture picture = new PictureReader((path, progress) -> null, small).read(file, Progress.none());

        Picture whole = Fixtures.picture("noise.png", folder);
        assertEquals(19, picture.width());
        assertEquals(15, picture.height());
        assertEquals(whole.rgb(36, 28), picture.rgb(18, 14));
        assertEquals(
                "noise.png has 37 x 29 pixels; it was reduced to 19 x 15 while reading.",
                picture.notices().get(0));
    }

    @Test
    @Tag("full")
    void a400MegapixelPngIsReducedWithLittleMemory() throws Exception {
        int side = 20_000;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(data)) {
            byte[] row = new byte[1 + 3 * side];
            for (int y = 0; y < side; y++) {
                row[1 + 3 * (y % side)] ^= (byte) y;
                deflated.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pngHeader(png, side, side, 2);
        chunk(png, "IDAT", data.toByteArray());
        chunk(png, "IEND", new byte[0]);
        Path file = Files.write(folder.resolve("huge.png"), png.toByteArray());

        // The clock is not what is tested here; on a busy machine this takes longer than the standard deadline.
        Picture picture = new PictureReader((path, progress) -> null, standardWithin(Duration.ofMinutes(5)))
                .read(file, Progress.none());

        assertEquals(4000, picture.width());
        assertEquals(4000, picture.height());
    }

    private static Limits standardWithin(Duration deadline) {
        Limits limits = Limits.standard();
        return new Limits(
                limits.fileBytes(),
                limits.pixels(),
                limits.reducedSide(),
                limits.side(),
                deadline,
                limits.ratio(),
                limits.ratioFreePixels());
    }

    private static String refusal(Path file) {
        return assertTimeout(
                        Duration.ofSeconds(2),
                        () -> assertThrows(PictureException.class, () -> READER.read(file, Progress.none())))
                .getMessage();
    }

    private Path png(String name, int width, int height, byte[] data) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pngHeader(png, width, height, 0);
        chunk(png, "IDAT", data);
        chunk(png, "IEND", new byte[0]);
        return Files.write(folder.resolve(name), png.toByteArray());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(data)) {
            deflated.write(bytes);
        }
        return data.toByteArray();
    }

    private static void pngHeader(ByteArrayOutputStream png, int width, int height, int colourType) throws IOException {
        png.write("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) colourType);
        chunk(png, "IHDR", header.array());
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] body) throws IOException {
        DataOutputStream out = new DataOutputStream(png);
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(body);
        out.writeInt(body.length);
        out.writeBytes(type);
        out.write(body);
        out.writeInt((int) checksum.getValue());
    }
}
