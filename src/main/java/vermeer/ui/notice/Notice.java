package vermeer.ui.notice;

/**
 * One sentence for the user.
 *
 * @param severity how it is coloured and how long it stays
 * @param text which file, what is wrong, what to do
 */
public record Notice(Severity severity, String text) {

    /** How bad it is. */
    public enum Severity {
        INFORMATION,
        SUCCESS,
        WARNING,
        ERROR
    }
}
