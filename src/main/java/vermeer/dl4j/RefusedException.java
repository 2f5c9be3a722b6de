package vermeer.dl4j;

import java.io.IOException;

/** Content that is refused while it is being read. The message continues "The file 'x' ...". */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
