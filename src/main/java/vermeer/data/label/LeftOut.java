package vermeer.data.label;

/**
 * A file that is not used.
 *
 * @param key its path from the dataset's folder with {@code /} between the names
 * @param reason why, as a clause that follows the name: {@code lies in no class folder}
 */
public record LeftOut(String key, String reason) {}
