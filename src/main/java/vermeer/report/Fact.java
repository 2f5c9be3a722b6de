package vermeer.report;

/**
 * One named value.
 *
 * @param name what it is
 * @param value as text
 */
public record Fact(String name, String value) {}
