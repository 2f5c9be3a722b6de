package vermeer.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Comma-separated values, one line a row, with a point as decimal mark whatever the user's language. */
public final class Csv {
    private Csv() {}

    /**
     * Writes a matrix; every value reads back as the same float.
     *
     * @param matrix {@code [rows, columns]}
     * @throws IllegalArgumentException where the tensor has not two axes
     */
    public static void write(Tensor matrix, OutputStream out) throws IOException {
        if (matrix.shape().length != 2) {
            throw new IllegalArgumentException("a table has two axes, not " + matrix.shape().length);
        }
        int columns = matrix.shape()[1];
        for (int row = 0; row < matrix.shape()[0]; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(column == 0 ? "" : ",").append(matrix.data()[row * columns + column]);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        }
    }
}
