package vermeer.job;

/** The user cancelled; nothing of the result may be shown as if it were whole. */
public final class CancelledException extends Exception {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled.");
    }
}
