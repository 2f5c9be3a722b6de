package vermeer.evaluation;

/** A cell of a table, quoted as RFC 4180 wants it. */
public final class CsvCell {
    private CsvCell() {}

    /** The text, in quotes where it holds a comma, a quote or a line break. */
    public static String of(String text) {
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
