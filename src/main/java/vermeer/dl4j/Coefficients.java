package vermeer.dl4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads DL4J's {@code coefficients.bin}: two headers (how it was allocated, a length, a type), the array's shape between
 * them, then the values, big-endian. ND4J's reader allocates native memory for whatever the headers claim; this one knows the
 * length beforehand.
 */
final class Coefficients {
    private static final int SHAPE_NUMBERS = 70;
    private static final int CHUNK = 1 << 14;

    private Coefficients() {}

    /**
     * @param count of the parameters that the configuration asks for
     * @return a row of that many float32 values
     * @throws ConversionException where the file holds another number or is damaged
     */
    static INDArray read(Path file, long count) throws ConversionException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            skipShape(in);
            Header header = Header.read(in);
            int bytes = bytes(header.type());
            if (header.length() != count) {
                throw new ConversionException("The configuration asks for " + count + " parameters but the file holds "
                        + header.length() + "; the model is damaged or put together from two.");
            }
            return values(in, bytes, count);
        } catch (EOFException | UTFDataFormatException e) {
            throw new ConversionException(
                    "The model's weights (coefficients.bin) end too early; copy or save it again.", e);
        } catch (IOException e) {
            throw new ConversionException("The model's weights cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private record Header(long length, String type) {
        static Header read(DataInputStream in) throws IOException {
            String allocation = in.readUTF();
            boolean old = allocation.equals("DIRECT") || allocation.equals("HEAP") || allocation.equals("JAVACPP");
            long length = old ? in.readInt() : in.readLong();
            return new Header(length, in.readUTF());
        }
    }

    private static void skipShape(DataInputStream in) throws IOException, ConversionException {
        Header shape = Header.read(in);
        boolean known = shape.type().equals("LONG") || shape.type().equals("INT");
        if (!known || shape.length() < 0 || shape.length() > SHAPE_NUMBERS) {
            throw new ConversionException("The model's weights (coefficients.bin) are not in DL4J's format.");
        }
        in.skipNBytes(shape.length() * (shape.type().equals("LONG") ? Long.BYTES : Integer.BYTES));
    }

    private static int bytes(String type) throws ConversionException {
        return switch (type) {
            case "FLOAT" -> Float.BYTES;
            case "DOUBLE" -> Double.BYTES;
            default ->
                throw new ConversionException("The model's weights are of type " + type.replaceAll("\\W", "?")
                        + "; Vermeer reads FLOAT and DOUBLE.");
        };
    }

    private static INDArray values(DataInputStream in, int bytes, long count) throws IOException, ConversionException {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, 1, count);
        FloatPointer target = new FloatPointer(array.data().pointer());
        float[] chunk = new float[CHUNK];
        for (long done = 0; done < count; ) {
            int now = (int) Math.min(CHUNK, count - done);
            for (int i = 0; i < now; i++) {
                chunk[i] = bytes == Float.BYTES ? in.readFloat() : (float) in.readDouble();
            }
            target.position(done).put(chunk, 0, now);
            done += now;
        }
        if (in.read() >= 0) {
            throw new ConversionException(
                    "The model's weights (coefficients.bin) go on after their end; the file is damaged.");
        }
        return array;
    }
}
