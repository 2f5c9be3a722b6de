package vermeer.data;

/**
 * Something about the data that the user should know before training.
 *
 * @param blocking whether nothing can be trained before it is mended
 * @param sentence what is wrong and what to do
 */
public record Concern(boolean blocking, String sentence) {}
