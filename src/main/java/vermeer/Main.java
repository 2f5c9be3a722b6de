package vermeer;

import vermeer.cli.VermeerCommands;

/** The entry point of window, command line and workers. Does not extend {@code Application}, so it runs from the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        int code = VermeerCommands.run(arguments);
        System.out.flush();
        // Not System.exit: its hooks let ONNX Runtime free its environment under a run that is still being cancelled.
        Runtime.getRuntime().halt(code);
    }
}
