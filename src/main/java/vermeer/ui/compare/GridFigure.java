package vermeer.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vermeer.image.FigureGrid;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Pixels;
import vermeer.setting.Settings;
import vermeer.ui.investigation.ShownMap;

/** The grid in sight as the figure that is handed on: everything that the window says of it is in it. */
final class GridFigure {
    private final FigureGrid figure;

    /** @param overlay how a map is laid over its picture */
    GridFigure(Grid grid, Function<ShownMap, Overlay> overlay, GridScale scale) {
        figure = new FigureGrid(
                title(grid),
                grid.methods().stream()
                        .map(method -> new FigureGrid.Heading(method.title(), Settings.line(method)))
                        .toList(),
                grid.columns().stream()
                        .map(column -> new FigureGrid.Heading(
                                column.title(), column.detailProperty().get()))
                        .toList(),
                grid.cells().stream().map(cell -> cell(cell, overlay, scale)).toList(),
                caption(grid, scale));
    }

    Pixels draw() {
        return figure.draw();
    }

    private static FigureGrid.Cell cell(GridCell cell, Function<ShownMap, Overlay> overlay, GridScale scale) {
        ShownMap map = cell.mapProperty().get();
        if (map == null || map.unfinished()) {
            String why = cell.reasonProperty().get();
            return new FigureGrid.Cell(cell.name(), Optional.empty(), why.isEmpty() ? "Not computed." : why);
        }
        Answer answer = cell.column().answerProperty().get();
        double across = (double) answer.picture().width() / answer.width();
        double down = (double) answer.picture().height() / answer.height();
        Heatmap raw = map.map();
        Heatmap scaled = new Heatmap(
                raw.height(), raw.width(), raw.values(), raw.region().scaled(across, down), raw.meaning());
        FigureGrid.Drawn drawn = new FigureGrid.Drawn(answer.picture(), scaled, overlay.apply(map));
        return new FigureGrid.Cell(cell.name(), Optional.of(drawn), scale.note());
    }

    private static String title(Grid grid) {
        List<String> pictures =
                distinct(grid, column -> column.question().file().getFileName().toString());
        List<String> models =
                distinct(grid, column -> column.question().network().model().name());
        String what = pictures.size() == 1 ? pictures.get(0) : pictures.size() + " pictures";
        return what + ", seen by " + String.join(" and ", models);
    }

    private static List<String> caption(Grid grid, GridScale scale) {
        Stream<String> answers = grid.columns().stream()
                .map(column -> column.answerProperty().get())
                .filter(Objects::nonNull)
                .map(answer -> String.format(
                        Locale.ROOT,
                        "%s: %s answers %s (%.1f %%).",
                        answer.prediction().picture().name(),
                        answer.prediction().network().model().name(),
                        answer.prediction().best().name(),
                        100 * answer.prediction().best().probability()))
                .distinct();
        Stream<String> notes = Stream.of(
                "Colours: " + scale.title().toLowerCase(Locale.ROOT) + ".",
                "Hatched: not seen by the network. Made with Vermeer.");
        return Stream.concat(answers, notes).toList();
    }

    private static List<String> distinct(Grid grid, Function<GridColumn, String> name) {
        return grid.columns().stream().map(name).distinct().toList();
    }
}
