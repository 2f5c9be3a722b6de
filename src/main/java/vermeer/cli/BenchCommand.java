package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast this machine explains. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast this machine predicts and explains with a model.",
            "",
            "Times are in milliseconds, the best of several runs. Multiples compare with the bare forward pass of the"
                    + " same run."
        })
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<BenchSuite> suites = BenchSuites.all();
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SUITE",
            description = "What is measured, see below (default: overview).")
    private String suite;

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            description = "Pictures or folders, for suites that measure with real ones.")
    private List<Path> paths = List.of();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model (default: the bundled EfficientNet-Lite0).")
    private Path file;

    @Option(
            names = {"--only", "--method"},
            paramLabel = "NAME",
            description =
                    "Measures only this method, measure or other part of the suite; may be repeated (default: all).")
    private List<String> only = List.of();

    @Mixin
    private FormatOption format;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Spec
    void describe(CommandSpec command) {
        spec = command;
        List<String> lines = new ArrayList<>();
        for (BenchSuite each : suites) {
            lines.add("");
            lines.add("Suite '" + each.name() + "':");
            each.about().forEach(line -> lines.add("  " + line));
        }
        lines.add("");
        command.usageMessage().footer(lines.toArray(String[]::new));
    }

    @Override
    public Integer call() throws Exception {
        double commandBegan = ProcessFacts.millisecondsSinceStart();
        BenchSuite chosen = chosen();
        BenchResult result = chosen.run(
                new BenchRequest(surroundings, Optional.ofNullable(file), List.copyOf(only), paths, commandBegan));
        if (format.json()) {
            surroundings.terminal().out().println(result.json().put("suite", chosen.name()));
        } else {
            result.print(surroundings.terminal().out());
        }
        return 0;
    }

    private BenchSuite chosen() {
        BenchSuite chosen = suites.stream()
                .filter(each -> suite == null || each.name().equals(suite))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no suite '" + suite + "'; known are "
                                + suites.stream().map(BenchSuite::name).collect(Collectors.joining(", ")) + "."));
        for (String name : only) {
            if (!chosen.choices().contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "The suite '" + chosen.name() + "' has no '" + name + "'; "
                                + (chosen.choices().isEmpty()
                                        ? "it cannot be narrowed."
                                        : "known are " + String.join(", ", chosen.choices()) + "."));
            }
        }
        return chosen;
    }
}
