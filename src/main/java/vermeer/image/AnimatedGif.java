package vermeer.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * Pictures that follow each other, as a GIF file that starts over for ever. GIF has 256 colours a picture; each picture gets
 * its own.
 *
 * @param frames at least one; all of the first one's size
 * @param milliseconds how long each is shown, in steps of 10
 * @param lastMilliseconds how long the last one is shown
 */
public record AnimatedGif(List<Picture> frames, int milliseconds, int lastMilliseconds) {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final byte[] FOR_EVER = {1, 0, 0};

    public AnimatedGif {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("no pictures");
        }
    }

    /** Saves a GIF file, replacing what was there. */
    public void write(Path file) throws FileException {
        AtomicFile.write(file, this::write);
    }

    /** Writes GIF. */
    public void write(OutputStream out) throws IOException {
        ImageWriter writer = Codecs.gifWriter();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            for (int i = 0; i < frames.size(); i++) {
                Pixels pixels = Pixels.of(frames.get(i));
                int time = i == frames.size() - 1 ? lastMilliseconds : milliseconds;
                IIOMetadata metadata = writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(pixels.image()), parameters);
                describe(metadata, time, i == 0);
                writer.writeToSequence(new IIOImage(pixels.image(), null, metadata), parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static void describe(IIOMetadata metadata, int milliseconds, boolean first) throws IIOInvalidTreeException {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(Math.max(1, milliseconds / 10)));
        control.setAttribute("transparentColorIndex", "0");
        root.appendChild(control);
        if (first) {
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOR_EVER.clone());
            extensions.appendChild(loop);
            root.appendChild(extensions);
        }
        metadata.mergeTree(FORMAT, root);
    }
}
