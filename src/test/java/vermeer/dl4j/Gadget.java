package vermeer.dl4j;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;

/** Stands for the classes by which deserializing runs code: it writes a file when it is read. */
final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String marker;

    Gadget(String marker) {
        this.marker = marker;
    }

    private Object readResolve() throws IOException {
        if (!new File(marker).createNewFile()) {
            throw new IOException("the marker was there before");
        }
        return this;
    }
}
