package vermeer.graph;

/** A graph that cannot be read, understood or differentiated. The message is one sentence for the user. */
public final class GraphException extends Exception {
    private static final long serialVersionUID = 1L;

    public GraphException(String message) {
        super(message);
    }

    public GraphException(String message, Throwable cause) {
        super(message, cause);
    }
}
