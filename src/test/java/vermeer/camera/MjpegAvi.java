package vermeer.camera;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes JPEG pictures as a Motion-JPEG video in an AVI file (Microsoft's "AVI RIFF File Reference"). For tests. */
public final class MjpegAvi {
    private static final int HAS_INDEX = 0x10;
    private static final int KEY_FRAME = 0x10;
    private static final int BUFFER = 1 << 20;

    private MjpegAvi() {}

    /** Writes a video of these frames, all of this size, so many a second. */
    public static Path write(List<byte[]> jpegs, int width, int height, int rate, Path file) throws IOException {
        int count = jpegs.size();
        int codec =
                ByteBuffer.wrap(ascii("MJPG")).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int video =
                ByteBuffer.wrap(ascii("vids")).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] main = integers(1_000_000 / rate, BUFFER, 0, HAS_INDEX, count, 0, 1, BUFFER, width, height, 0, 0, 0, 0);
        byte[] stream = integers(video, codec, 0, 0, 0, 1, rate, 0, count, BUFFER, -1, 0, 0, height << 16 | width);
        byte[] format = integers(40, width, height, 24 << 16 | 1, codec, 3 * width * height, 0, 0, 0, 0);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        for (byte[] jpeg : jpegs) {
            index.write(ascii("00dc"));
            index.write(integers(KEY_FRAME, 4 + frames.size(), jpeg.length));
            frames.write(chunk("00dc", jpeg));
        }
        byte[] header = list("hdrl", chunk("avih", main), list("strl", chunk("strh", stream), chunk("strf", format)));
        byte[] all =
                joined(ascii("AVI "), header, list("movi", frames.toByteArray()), chunk("idx1", index.toByteArray()));
        return Files.write(file, chunk("RIFF", all));
    }

    private static byte[] list(String type, byte[]... parts) {
        return chunk("LIST", joined(ascii(type), joined(parts)));
    }

    private static byte[] chunk(String id, byte[] content) {
        byte[] padding = new byte[content.length % 2];
        return joined(ascii(id), integers(content.length), content, padding);
    }

    private static byte[] integers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
