package vermeer.graph.shape;

/** An output's shape does not follow from what is known. Never leaves this package. */
final class UnknownShapeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownShapeException() {
        super("not known before the run", null, false, false);
    }
}
