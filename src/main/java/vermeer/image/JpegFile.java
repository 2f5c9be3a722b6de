package vermeer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The segments of a JPEG file: what the reader may see of them, and what they say of colour and orientation. */
final class JpegFile {
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int COMMENT = 0xfe;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final FileBytes file;
    private final Excerpt stream;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte[] componentIds = {};
    private int adobeTransform = -1;
    private boolean jfif;
    private boolean progressive;
    private int scans = 1;

    private JpegFile(FileBytes file) {
        this.file = file;
        this.stream = new Excerpt(file.channel(), file.watch()).keep(0, 2);
    }

    /** Reads the segments up to the first scan. */
    static JpegFile open(FileBytes file) throws IOException {
        JpegFile jpeg = new JpegFile(file);
        long at = 2;
        while (at + 4 <= file.size()) {
            ByteBuffer head = file.at(at, 4);
            if (head.get() != (byte) 0xff) {
                break;
            }
            int marker = head.get() & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            int length = head.getShort() & 0xffff;
            jpeg.segment(marker, at, length);
            at += 2L + length;
        }
        jpeg.stream.keep(at, Math.max(0, file.size() - at));
        if (jpeg.progressive) {
            jpeg.scans = countScans(file, at);
        }
        return jpeg;
    }

    private void segment(int marker, long at, int length) throws IOException {
        ByteBuffer body = file.upTo(at + 4, Math.max(0, length - 2));
        if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
            frame(marker, body);
        }
        boolean keep = marker < APP0 || marker > 0xef && marker != COMMENT;
        if (marker == APP0 && starts(body, "JFIF\0")) {
            jfif = true;
            keep = true;
        } else if (marker == APP14 && starts(body, "Adobe") && body.limit() >= 12) {
            adobeTransform = body.get(11) & 0xff;
            keep = true;
        } else if (marker == APP1 && starts(body, "Exif\0\0")) {
            byte[] block = new byte[body.limit() - EXIF.length];
            body.get(EXIF.length, block);
            orientation = Exif.orientation(block);
        }
        if (keep) {
            stream.keep(at, 2L + length);
        }
    }

    private void frame(int marker, ByteBuffer body) {
        progressive = (marker & 3) == 2;
        int components = body.limit() < 6 ? 0 : body.get(5) & 0xff;
        componentIds = new byte[components];
        for (int i = 0; i < components && 6 + 3 * i < body.limit(); i++) {
            componentIds[i] = body.get(6 + 3 * i);
        }
    }

    private static boolean starts(ByteBuffer body, String prefix) {
        byte[] expected = prefix.getBytes(StandardCharsets.ISO_8859_1);
        return body.limit() >= expected.length && body.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
    }

    private static int countScans(FileBytes file, long from) throws IOException {
        int scans = 0;
        boolean marker = false;
        for (long at = from; at < file.size(); ) {
            ByteBuffer chunk = file.upTo(at, 1 << 16);
            at += chunk.limit();
            while (chunk.hasRemaining()) {
                int value = chunk.get() & 0xff;
                scans += marker && value == START_OF_SCAN ? 1 : 0;
                marker = value == 0xff;
            }
        }
        return scans;
    }

    Excerpt stream() {
        return stream;
    }

    Orientation orientation() {
        return orientation;
    }

    /** How often a reader has to go over all pixels; 1 unless the picture is progressive. */
    int scans() {
        return scans;
    }

    /** What the raw components mean, decided as libjpeg decides it. */
    JpegColours colours() {
        return switch (componentIds.length) {
            case 1 -> JpegColours.GREY;
            case 3 -> threeColours();
            case 4 ->
                adobeTransform < 0
                        ? JpegColours.CMYK
                        : adobeTransform == 0 ? JpegColours.INVERTED_CMYK : JpegColours.INVERTED_YCCK;
            default -> JpegColours.UNKNOWN;
        };
    }

    private JpegColours threeColours() {
        if (jfif) {
            return JpegColours.YCC;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 0 ? JpegColours.RGB : JpegColours.YCC;
        }
        boolean named = componentIds[0] == 'R' && componentIds[1] == 'G' && componentIds[2] == 'B';
        return named ? JpegColours.RGB : JpegColours.YCC;
    }
}
