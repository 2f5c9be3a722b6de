package vermeer.camera;

/**
 * A camera of this computer.
 *
 * @param index its number in the system, from 0
 * @param name as the system calls it
 */
public record Camera(int index, String name) implements VideoSource {}
