package vermeer.image;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/**
 * The one reader for each format and the one writer for PNG and for GIF, chosen by name. Scanning for a plug-in that likes a file would
 * show it to every parser on the class path.
 */
final class Codecs {
    private Codecs() {}

    static ImageReader reader(PictureFormat format) throws IOException {
        return switch (format) {
            case PNG, JPEG, GIF, BMP -> ofJava(() -> ImageIO.getImageReadersByFormatName(format.name()));
            case TIFF -> new TIFFImageReaderSpi().createReaderInstance(null);
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    static ImageWriter pngWriter() {
        return ofJava(() -> ImageIO.getImageWritersByFormatName("png"));
    }

    static ImageWriter gifWriter() {
        return ofJava(() -> ImageIO.getImageWritersByFormatName("gif"));
    }

    static ImageWriter jpegWriter() {
        return ofJava(() -> ImageIO.getImageWritersByFormatName("jpeg"));
    }

    /** The first that is part of Java itself. */
    private static <T> T ofJava(Supplier<Iterator<T>> registered) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // ImageIO's registry, when it is first used, starts every plug-in that it finds on the context's class path.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            for (Iterator<T> candidates = registered.get(); candidates.hasNext(); ) {
                T candidate = candidates.next();
                if ("java.desktop".equals(candidate.getClass().getModule().getName())) {
                    return candidate;
                }
            }
        } finally {
            thread.setContextClassLoader(loader);
        }
        throw new IllegalStateException("this Java lacks a part of its java.desktop module");
    }
}
