package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.job.CancelledException;
import vermeer.model.Download;
import vermeer.model.DownloadException;
import vermeer.model.Zoo;
import vermeer.model.ZooNetwork;

/** Lists the networks of the zoos, and fetches their files. */
@Command(
        name = "zoo",
        mixinStandardHelpOptions = true,
        description = "Lists the networks of Deeplearning4j's zoo and of the ONNX Model Zoo, and fetches their files.")
final class ZooCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--fetch", paramLabel = "NAME", description = "Fetches this network's file and checks it.")
    private String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where a fetched file goes (default: here).")
    private Path out;

    @Mixin
    private FormatOption format;

    ZooCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException, CancelledException {
        Zoo zoo = new Zoo(Download.patient());
        if (name != null) {
            fetch(zoo);
            return 0;
        }
        PrintWriter printer = surroundings.terminal().out();
        for (ZooNetwork network : zoo.networks()) {
            if (format.json()) {
                printer.println(line(network));
            } else {
                print(network, printer);
            }
        }
        return 0;
    }

    private void fetch(Zoo zoo) throws CommandException, CancelledException {
        ZooNetwork network = zoo.networks().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "The zoos have no network '" + name + "'; 'vermeer zoo' lists them."));
        ZooNetwork.ZooFile file = network.file()
                .orElseThrow(() -> new CommandException("The zoo has no file of " + network.name() + " to fetch."));
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Fetching " + file.name());
        try {
            Path fetched = zoo.fetch(file, out, new DrawnProgress(surroundings.progress(), line));
            line.clear();
            surroundings.terminal().out().println("Fetched " + fetched + ".");
        } catch (DownloadException refused) {
            throw new CommandException(refused.getMessage());
        } finally {
            line.clear();
        }
    }

    private static void print(ZooNetwork network, PrintWriter printer) {
        printer.println(network.name() + " (" + network.zoo().title() + "), input " + network.input() + size(network));
        printer.println("  " + network.description());
        network.refusal().ifPresent(refusal -> printer.println("  " + refusal));
    }

    private static String size(ZooNetwork network) {
        return network.file()
                .filter(file -> file.bytes() > 0)
                .map(file -> String.format(Locale.ROOT, ", %.1f MB", file.bytes() / 1e6))
                .orElse("");
    }

    private static ObjectNode line(ZooNetwork network) {
        ObjectNode line = new ObjectMapper()
                .createObjectNode()
                .put("name", network.name())
                .put("zoo", network.zoo().title())
                .put("description", network.description())
                .put("input", network.input())
                .put("buildable", network.buildable());
        network.file().ifPresent(file -> line.putObject("file")
                .put("address", file.address().toString())
                .put("bytes", file.bytes()));
        network.refusal().ifPresent(refusal -> line.put("refusal", refusal));
        return line;
    }
}
