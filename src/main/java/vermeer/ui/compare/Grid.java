package vermeer.ui.compare;

import java.util.List;
import vermeer.attribution.AttributionMethod;

/**
 * Maps in rows and columns.
 *
 * @param methods the rows
 * @param columns the columns
 * @param cells row by row
 */
public record Grid(List<AttributionMethod> methods, List<GridColumn> columns, List<GridCell> cells) {
    static final Grid EMPTY = new Grid(List.of(), List.of(), List.of());

    public Grid {
        methods = List.copyOf(methods);
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /** A grid that keeps the columns and cells of another one where they would be the same. */
    static Grid of(List<AttributionMethod> methods, List<GridColumn.Question> questions, Grid before) {
        List<GridColumn> columns = questions.stream()
                .map(question -> before.columns().stream()
                        .filter(old -> old.question().id().equals(question.id()))
                        .findFirst()
                        .orElseGet(() -> new GridColumn(question)))
                .toList();
        List<GridCell> cells = methods.stream()
                .flatMap(method -> columns.stream().map(column -> before.cells().stream()
                        .filter(old -> old.method().equals(method) && old.column() == column)
                        .findFirst()
                        .orElseGet(() -> new GridCell(method, column))))
                .toList();
        return new Grid(methods, columns, cells);
    }

    public GridCell cell(int row, int column) {
        return cells.get(row * columns.size() + column);
    }
}
