package vermeer.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of every command that prints results. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print (${DEFAULT-VALUE}).")
    private OutputFormat chosen;

    OutputFormat chosen() {
        return chosen;
    }

    boolean json() {
        return chosen == OutputFormat.JSON;
    }
}
