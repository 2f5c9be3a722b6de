package vermeer.ui.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vermeer.attribution.Attribution;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.image.Heatmap;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Writes raw values: what was computed, before scale and colour. */
final class MapValues {
    private MapValues() {}

    /** The map as float32 {@code [rows, columns]}, and beside it the values before channels were reduced, where there are any. */
    static void writeNpy(Attribution attribution, Path file) throws FileException {
        Heatmap map = attribution.map();
        Tensor values = new Tensor(new int[] {map.height(), map.width()}, map.values());
        AtomicFile.write(file, out -> Npy.write(values, out));
        if (attribution.channels().isPresent()) {
            String name = file.getFileName().toString();
            String stem = name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
            Tensor channels = attribution.channels().get();
            AtomicFile.write(file.resolveSibling(stem + ".channels.npy"), out -> Npy.write(channels, out));
        }
    }

    /** One line a row, values separated by commas, with all the digits of a float32. */
    static void writeCsv(Heatmap map, Path file) throws FileException {
        AtomicFile.write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
            for (int row = 0; row < map.height(); row++) {
                writeRow(map, row, writer);
            }
            writer.flush();
        });
    }

    private static void writeRow(Heatmap map, int row, Writer writer) throws IOException {
        for (int column = 0; column < map.width(); column++) {
            writer.append(column == 0 ? "" : ",").append(Float.toString(map.at(row, column)));
        }
        writer.append('\n');
    }
}
