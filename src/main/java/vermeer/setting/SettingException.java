package vermeer.setting;

/** A setting does not exist or cannot have this value. The message is one sentence for the user. */
public final class SettingException extends Exception {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
