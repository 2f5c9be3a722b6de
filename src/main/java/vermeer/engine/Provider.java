package vermeer.engine;

/** The hardware that computes, as ONNX Runtime names it; best first. */
public enum Provider {
    CUDA("NVIDIA GPU (CUDA)"),
    CORE_ML("Apple CoreML"),
    CPU("CPU");

    private final String title;

    Provider(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
