package vermeer.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The picture formats that are read, told apart by how a file starts and never by its name. */
public enum PictureFormat {
    PNG(false),
    JPEG(false),
    GIF(false),
    BMP(false),
    TIFF(true),
    WEBP(true);

    /** The bytes that {@link #of} needs. */
    static final int START = 16;

    private final boolean worker;

    PictureFormat(boolean worker) {
        this.worker = worker;
    }

    /** Whether its parser can hang or break and so runs in a worker process only. */
    boolean needsWorker() {
        return worker;
    }

    /** The format of a file that starts so. */
    static Optional<PictureFormat> of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return text.startsWith("BM") ? Optional.of(BMP) : Optional.empty();
    }

    /** What a file is that starts so and is no picture Vermeer reads, as the middle of a sentence. */
    static String nameOfOther(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4)) {
            return "a HEIC, AVIF or video file";
        }
        if (text.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (text.startsWith("8BPS")) {
            return "a Photoshop file";
        }
        if (text.startsWith("<svg") || text.startsWith("<?xml")) {
            return "an SVG or other XML file";
        }
        return text.startsWith("PK\u0003\u0004") ? "a zip archive" : "not a picture that Vermeer knows";
    }
}
