package vermeer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vermeer.job.Progress;

/** How soon the window is there, how soon a map is drawn after a click, and what the window holds in RAM after a hundred. */
final class WindowBench implements BenchSuite {
    private static final int STARTS = 5;
    private static final String MAPS =
            "grad-cam:11,gradient:30,gradient-x-input:29,grad-cam-plus-plus:20,integrated-gradients:10";

    @Override
    public String name() {
        return "window";
    }

    @Override
    public List<String> about() {
        return List.of(
                "Windows in processes of their own, with a folder of their own for preferences and caches; needs a"
                        + " display (under Linux, xvfb-run gives one).",
                "start      from the start of the Java machine until the first prediction of a sample photo is drawn;"
                        + " the best and the median of " + STARTS + " starts after a first one, which fills caches",
                "first      from the first choice of Grad-CAM until its map is drawn, with the gradient's session"
                        + " opened",
                "grad-cam   from a click on another class until its map is drawn; the median of ten",
                "RSS        what the window holds in RAM after a hundred maps by five methods");
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        if (!Display.present()) {
            throw new CommandException("There is no display, so the window cannot be measured;"
                    + " under Linux, 'xvfb-run ./vermeer bench window' gives it one.");
        }
        List<Path> models =
                request.model().isPresent() ? List.of(request.model().get()) : SampleFiles.models();
        Progress progress = request.surroundings().progress();
        ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Measuring windows");
        Path home = Files.createTempDirectory("vermeer-bench-");
        try {
            List<WindowBenchResult.Row> rows = new ArrayList<>();
            for (Path model : models) {
                MeasuredWindow window = new MeasuredWindow(home);
                window.run(model, "", progress);
                List<Double> starts = new ArrayList<>();
                for (int i = 0; i < STARTS; i++) {
                    line.draw(rows.size() * (STARTS + 2L) + i + 1, models.size() * (STARTS + 2L));
                    starts.add(window.run(model, "", progress).start());
                }
                rows.add(WindowBenchResult.Row.of(
                        model.getFileName().toString(), starts, window.run(model, MAPS, progress)));
            }
            return new WindowBenchResult(rows);
        } finally {
            line.clear();
            delete(home);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
