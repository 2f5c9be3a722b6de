package vermeer.report;

/**
 * What computed the findings.
 *
 * @param vermeer Vermeer's version
 * @param engine ONNX Runtime's version and where it ran
 * @param java Java's version
 */
public record Versions(String vermeer, String engine, String java) {

    /** With the Java of this process. */
    public static Versions here(String vermeer, String engine) {
        return new Versions(
                vermeer,
                engine,
                System.getProperty("java.version") + " on " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
    }
}
