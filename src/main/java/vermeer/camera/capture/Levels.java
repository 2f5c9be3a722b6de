package vermeer.camera.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import vermeer.worker.WorkerException;

/** Turns OpenCV's pictures (blue, green, red) into levels: red, green, blue of each pixel, row by row. */
final class Levels {
    private Levels() {}

    /** @param mirrored whether left and right are exchanged */
    static void write(Mat frame, boolean mirrored, Path target) throws IOException, WorkerException {
        if (frame.type() != opencv_core.CV_8UC3) {
            throw new WorkerException("The frames are of a kind that Vermeer does not know; choose another source.");
        }
        ByteBuffer rgb = ByteBuffer.wrap(rgb(frame, mirrored));
        try (FileChannel channel = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (rgb.hasRemaining()) {
                channel.write(rgb);
            }
        }
    }

    private static byte[] rgb(Mat frame, boolean mirrored) {
        int width = frame.cols();
        int height = frame.rows();
        byte[] row = new byte[3 * width];
        byte[] rgb = new byte[row.length * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            frame.ptr(y).get(row);
            for (int x = 0; x < width; x++, at += 3) {
                int from = 3 * (mirrored ? width - 1 - x : x);
                rgb[at] = row[from + 2];
                rgb[at + 1] = row[from + 1];
                rgb[at + 2] = row[from];
            }
        }
        return rgb;
    }
}
