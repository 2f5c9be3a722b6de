package vermeer.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables whose first row names the columns. */
final class Tables {
    private Tables() {}

    /** The rows, each by column. */
    static List<Map<String, String>> rows(String csv) {
        List<List<String>> rows = CsvRows.parse(csv);
        List<Map<String, String>> named = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(rows.get(0).get(i), row.get(i));
            }
            named.add(cells);
        }
        return named;
    }
}
