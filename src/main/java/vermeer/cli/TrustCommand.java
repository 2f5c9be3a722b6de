package vermeer.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.report.Judge;
import vermeer.tensor.Npy;
import vermeer.tensor.NpyException;
import vermeer.tensor.Tensor;
import vermeer.trust.Evidence;
import vermeer.trust.Randomisation;

/** Judges maps: does what they mark matter to the model? */
@Command(
        mixinStandardHelpOptions = true,
        name = "trust",
        description = {
            "Judges the map of a method, or a map from a file, by measures of trust, beside three controls that know",
            "nothing of the model (a random map, an edge detector, a blob in the centre): a map that does not beat",
            "them explains nothing.",
            "",
            "With --format json it prints one line a picture:"
                    + " {\"image\",\"target\",\"map\",\"readings\":[{\"measure\",",
            "\"value\",\"higherIsBetter\",\"sentence\",\"verdict\",\"controls\",\"curves\",\"controlCurves\"}],",
            "\"randomisation\"}."
        })
final class TrustCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private InputOptions input;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Judged judged;

    /** What is judged. */
    static final class Judged {
        @Option(names = "--method", paramLabel = "NAME", description = "The method whose map is judged.")
        private String method;

        @Option(
                names = "--map",
                paramLabel = "FILE.npy",
                description = "A map from a file, float32 [H,W], in the coordinates of the network's input.")
        private Path map;
    }

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the method; may be repeated. 'vermeer methods' lists them.")
    private List<String> changes = List.of();

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "A measure: deletion, insertion, road, infidelity, max-sensitivity, sparseness or complexity;"
                    + " may be repeated. Without it, all of them.")
    private List<String> measures = List.of();

    @Option(
            names = "--randomisation",
            description =
                    "Also tests whether the method depends on the model at all, by randomising its weights from the"
                            + " output backwards (slow: the map is made again 12 times).")
    private boolean randomisation;

    @Mixin
    private TargetOptions target;

    @Mixin
    private FormatOption format;

    TrustCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Optional<AttributionMethod> method =
                Optional.ofNullable(judged.method).map(name -> new MethodChoice(spec).method(name, changes));
        TrustReadings readings = TrustReadings.named(measures, spec.commandLine());
        if (randomisation && method.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--randomisation needs a --method to make maps with.");
        }
        Inputs inputs = input.inputs();
        try (OpenModel opened = model.open(surroundings)) {
            Optional<String> reason = method.flatMap(chosen -> chosen.unavailable(opened));
            if (reason.isPresent()) {
                throw new CommandException("This method cannot explain this model: " + reason.get());
            }
            TargetChoice chosen = target.of(opened);
            Judge judge = new Judge(opened);
            return new EachInput(surroundings, opened, "Judging").run(inputs, (picture, progress) -> {
                Answer answer = Answer.of(opened, picture.tensor(), progress.part(0, 0));
                Target asked = chosen.target(answer, picture.image());
                Subject subject = new Subject(picture.tensor(), picture.region(), asked);
                ObjectNode line = json.createObjectNode().put("image", picture.image());
                line.putObject("target")
                        .put("index", chosen.score(answer).index())
                        .put("name", asked.name())
                        .put("probability", chosen.score(answer).probability());
                line.put("map", method.map(AttributionMethod::name).orElseGet(() -> judged.map.toString()));
                Evidence evidence = evidence(opened, subject, method, progress.part(0, 0.2));
                readings.write(judge, evidence, line.putArray("readings"), progress.part(0.2, 0.8));
                if (randomisation) {
                    randomise(opened, subject, method.orElseThrow(), line, progress.part(0.8, 1));
                }
                print(line);
            });
        }
    }

    private Evidence evidence(OpenModel opened, Subject subject, Optional<AttributionMethod> method, Progress progress)
            throws EngineException, CommandException, CancelledException {
        if (method.isEmpty()) {
            return Evidence.of(opened, subject, fromFile(subject));
        }
        Heatmap map =
                method.get().explain(opened, subject, Sketch.none(), progress).map();
        return Evidence.of(opened, subject, map, method.get());
    }

    private static void randomise(
            OpenModel opened, Subject subject, AttributionMethod method, ObjectNode line, Progress progress)
            throws EngineException, CancelledException {
        Randomisation.Verdict verdict = new Randomisation().test(opened, method, List.of(subject), progress);
        ObjectNode entry = line.putObject("randomisation")
                .put("rankCorrelation", verdict.correlation())
                .put("sensitive", verdict.sensitive())
                .put("sentence", verdict.sentence(method.title()));
        TrustReadings.write(List.of(verdict.ranks(), verdict.structure()), entry.putArray("curves"));
    }

    private Heatmap fromFile(Subject subject) throws CommandException {
        try {
            Tensor values = Npy.read(judged.map);
            if (values.shape().length != 2) {
                throw new CommandException("The file '" + judged.map.getFileName()
                        + "' holds no map: a map has two axes, rows and columns.");
            }
            return new Heatmap(values.shape()[0], values.shape()[1], values.data(), subject.region(), "from a file");
        } catch (NpyException unreadable) {
            throw new CommandException(unreadable.getMessage());
        }
    }

    private void print(ObjectNode line) {
        if (format.json()) {
            surroundings.terminal().out().println(line);
        } else {
            TrustText.print(line, surroundings.terminal().out());
        }
    }
}
