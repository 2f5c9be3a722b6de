package vermeer.model;

/** Where a belief about a model's input comes from, most trusted first. */
public enum Source {
    EDITED("you"),
    OPTION("the profile named when opening"),
    FILE("the profile beside the model"),
    METADATA("the model file's metadata"),
    KNOWN("a known model: the file's SHA-256"),
    GRAPH("the network itself"),
    GUESS("a guess");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    /** The source in words. */
    public String text() {
        return text;
    }
}
