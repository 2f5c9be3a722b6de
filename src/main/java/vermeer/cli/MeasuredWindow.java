package vermeer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Starts windows in processes of their own, with this process's flags and class-data archive, and reads what they measured.
 * Their preferences and caches lie in a folder of their own, so that nothing of the user's is changed and no map comes from a
 * cache.
 */
final class MeasuredWindow {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LOOK_MILLISECONDS = 100;

    private final Path home;

    /** @param home an empty folder for preferences and caches */
    MeasuredWindow(Path home) {
        this.home = home;
    }

    /**
     * What a window measured.
     *
     * @param start milliseconds from the start of its Java machine until the first prediction was drawn
     * @param maps milliseconds from each choice of a class until its map was drawn
     * @param rssMegabytes what it had in RAM at the end; empty where the system does not tell
     */
    record Figures(double start, List<Double> maps, OptionalDouble rssMegabytes) {}

    /**
     * Starts a window, waits for its figures and ends it.
     *
     * @param model what it opens
     * @param maps methods and how often, such as {@code grad-cam:10}; empty for the start alone
     */
    Figures run(Path model, String maps, Progress progress)
            throws IOException, InterruptedException, CommandException, CancelledException {
        Path figures = home.resolve("figures.json");
        Files.deleteIfExists(figures);
        ProcessBuilder builder = new ProcessBuilder(command(model, figures, maps));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        for (String variable : List.of(
                "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")) {
            builder.environment().put(variable, home.resolve(variable).toString());
        }
        Process window = builder.start();
        try {
            await(window, figures, progress);
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(figures));
            List<Double> times = StreamSupport.stream(json.get("maps").spliterator(), false)
                    .map(JsonNode::asDouble)
                    .toList();
            return new Figures(json.get("start").asDouble(), times, ProcessFacts.rssMegabytes(window.pid()));
        } finally {
            window.destroyForcibly().waitFor();
        }
    }

    private static void await(Process window, Path figures, Progress progress)
            throws InterruptedException, CommandException, CancelledException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!Files.exists(figures)) {
            progress.checkCancelled();
            if (window.waitFor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS) || System.nanoTime() > until) {
                throw new CommandException("The measured window ended, or took longer than " + LONGEST.toMinutes()
                        + " minutes; open one with ./vermeer to see what is wrong.");
            }
        }
    }

    private List<String> command(Path model, Path figures, String maps) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Duser.home=" + home,
                "-Dvermeer.measured=" + figures,
                "-Dvermeer.measured.maps=" + maps,
                "-cp",
                System.getProperty("java.class.path"),
                "vermeer.Main",
                "open",
                "--model",
                model.toString()));
        return command;
    }
}
