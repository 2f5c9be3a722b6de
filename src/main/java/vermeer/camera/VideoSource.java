package vermeer.camera;

/** Where moving pictures come from. */
public sealed interface VideoSource permits Camera, Clip {

    /** What the user calls it. */
    String name();
}
