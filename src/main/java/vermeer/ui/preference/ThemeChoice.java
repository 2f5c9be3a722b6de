package vermeer.ui.preference;

/** Light or dark. */
public enum ThemeChoice {
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    ThemeChoice(String label) {
        this.label = label;
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    public ThemeChoice other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
