package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** Explains why a model gives pictures a class, and writes the maps. */
@Command(
        mixinStandardHelpOptions = true,
        name = "explain",
        description = {
            "Explains why a model gives pictures a class, and writes for each picture",
            "  STEM.METHOD.INDEX.png           the map over the picture, with a colour bar",
            "  STEM.METHOD.INDEX.npy           the raw map, float32 [H,W], in the coordinates of the network's input",
            "  STEM.METHOD.INDEX.channels.npy  the values before channels were reduced, where the method has them",
            "  STEM.METHOD.INDEX.json          method, settings, target, model, profile, range, region, milliseconds",
            "",
            "The milliseconds are those of the method, without reading the picture and writing the files."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private InputOptions input;

    @Mixin
    private MethodOptions method;

    @Option(
            names = "--target",
            paramLabel = "INDEX|NAME",
            description = "The class to explain, by index or name; without it, the predicted class of each picture.")
    private String target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go; sub-folders are repeated there (default: here).")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to print what was written (${DEFAULT-VALUE}).")
    private OutputFormat format;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        AttributionMethod chosen = method.method();
        Inputs inputs = input.inputs();
        try (OpenModel opened = model.open(surroundings)) {
            Optional<Integer> index = target(opened);
            Optional<String> reason = chosen.unavailable(opened);
            if (reason.isPresent()) {
                throw new CommandException(chosen.title() + " cannot explain this model: " + reason.get());
            }
            ExplanationFiles files = new ExplanationFiles(out, opened, chosen, inputs instanceof PictureInputs);
            return new EachInput(surroundings, opened, "Explaining")
                    .run(inputs, (picture, progress) -> explain(opened, chosen, index, picture, files, progress));
        }
    }

    private Optional<Integer> target(OpenModel opened) {
        try {
            return Optional.ofNullable(target).map(new ClassChoice(opened.classNames())::index);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), none.getMessage());
        }
    }

    private void explain(
            OpenModel opened,
            AttributionMethod chosen,
            Optional<Integer> index,
            NetworkInput picture,
            ExplanationFiles files,
            Progress progress)
            throws EngineException, CommandException, FileException, CancelledException {
        Answer answer = Answer.of(opened, picture.tensor(), progress.part(0, 0));
        Answer.Score score = index.map(answer::of).orElseGet(answer::best);
        Subject subject = new Subject(picture.tensor(), picture.region(), opened.target(score.index()));
        long started = System.nanoTime();
        Attribution attribution = chosen.explain(opened, subject, Sketch.none(), progress);
        double milliseconds = (System.nanoTime() - started) / 1e6;
        ObjectNode written = files.write(picture, subject.target(), answer, score, attribution, milliseconds);
        surroundings
                .terminal()
                .out()
                .println(
                        format == OutputFormat.JSON
                                ? written
                                : String.format(
                                        Locale.ROOT,
                                        "%s: %s of %d %s (%.1f %%) in %.0f ms: %s",
                                        picture.image(),
                                        chosen.title(),
                                        score.index(),
                                        score.name(),
                                        100 * score.probability(),
                                        milliseconds,
                                        written.get("files").get("png").textValue()));
    }
}
