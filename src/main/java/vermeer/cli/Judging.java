package vermeer.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import vermeer.trust.TrustMeasure;

/** Which measures judge the maps of a report. */
final class Judging {
    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description =
                    "Judges every map of the report by this measure, beside controls that know nothing of the model:"
                            + " deletion, insertion, road, infidelity, max-sensitivity, sparseness, complexity or all; may"
                            + " be repeated. Without it, no map is judged.")
    private List<String> names = List.of();

    @Option(
            names = "--randomisation",
            description = "Also tests whether each method of the report depends on the model at all, by randomising its"
                    + " weights from the output backwards (slow: each map is made again 12 times).")
    private boolean randomisation;

    /** Whether methods are tested on randomised models. */
    boolean randomisation() {
        return randomisation;
    }

    /** The measures; empty where no map is to be judged. */
    List<TrustMeasure> measures() {
        if (names.isEmpty()) {
            return List.of();
        }
        return TrustReadings.named(names.contains("all") ? List.of() : names, command.commandLine())
                .measures();
    }
}
