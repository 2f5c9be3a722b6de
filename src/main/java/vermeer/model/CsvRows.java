package vermeer.model;

import java.util.ArrayList;
import java.util.List;

/** Rows as RFC 4180 has them: cells in double quotes may hold the separator, line ends and doubled quotes. */
public final class CsvRows {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;

    private CsvRows(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The rows that are not empty, of cells separated by commas. */
    public static List<List<String>> parse(String text) {
        return parse(text, ',');
    }

    /** The rows that are not empty, of cells separated by this character. */
    public static List<List<String>> parse(String text, char separator) {
        CsvRows rows = new CsvRows(text.startsWith("\uFEFF") ? text.substring(1) : text, separator);
        while (rows.at < rows.text.length()) {
            rows.cell();
        }
        rows.endRow();
        return rows.rows;
    }

    private void cell() {
        boolean quoted = text.charAt(at) == '"';
        row.add(quoted ? quoted() : plain());
        if (at >= text.length()) {
            return;
        }
        char end = text.charAt(at++);
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        if (end != separator) {
            endRow();
        } else if (at == text.length()) {
            row.add("");
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                cell.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                break;
            }
        }
        return cell + plain();
    }

    private void endRow() {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(List.copyOf(row));
        }
        row = new ArrayList<>();
    }
}
