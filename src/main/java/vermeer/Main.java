package vermeer;

/** The entry point of window, command line and workers. Does not extend {@code Application}, so it runs from the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {}
}
