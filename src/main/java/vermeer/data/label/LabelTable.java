package vermeer.data.label;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vermeer.data.DataException;
import vermeer.model.CsvRows;

/**
 * A table with labels.
 *
 * @param file where it lies
 * @param header the names of its columns
 * @param rows what follows
 */
public record LabelTable(Path file, List<String> header, List<List<String>> rows) {
    private static final long LARGEST = 64L << 20;

    /**
     * Reads a table in UTF-8 or Windows' western code page, with the separator that its first row has most of.
     *
     * @throws DataException where it cannot be read or has no rows
     */
    public static LabelTable of(Path file) throws DataException {
        String text = text(file);
        List<List<String>> rows = CsvRows.parse(text, separator(text));
        if (rows.size() < 2) {
            throw new DataException("The table '" + file.getFileName()
                    + "' has no rows below its first one; choose one with the names of the columns first.");
        }
        return new LabelTable(
                file, rows.get(0).stream().map(String::strip).toList(), List.copyOf(rows.subList(1, rows.size())));
    }

    private static String text(Path file) throws DataException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DataException(
                        "The table '" + file.getFileName() + "' is larger than 64 MB; keep picture and label only.");
            }
            byte[] bytes = Files.readAllBytes(file);
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                return new String(bytes, Charset.forName("windows-1252"));
            }
        } catch (NoSuchFileException missing) {
            throw new DataException("There is no table '" + file + "'; check the name.", missing);
        } catch (IOException unreadable) {
            throw new DataException(
                    "The table '" + file + "' cannot be opened; check that it may be read.", unreadable);
        }
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(letter -> letter == wanted).count();
    }

    /** The place of a column, whatever the case of its name. */
    int column(String name) throws DataException {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        throw new DataException("The table '" + file.getFileName() + "' has no column \"" + name + "\"; it has "
                + String.join(", ", header) + ".");
    }

    /** A cell; empty where the row is too short. */
    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }
}
