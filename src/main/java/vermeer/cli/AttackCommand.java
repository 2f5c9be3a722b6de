package vermeer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** Attacks pictures and writes the results. */
@Command(
        mixinStandardHelpOptions = true,
        name = "attack",
        description = {
            "Looks for small changes of pictures that make a model answer wrongly, and writes for each picture",
            "  STEM.METHOD.INDEX.png        the result at the picture's own size, 8 bits a channel",
            "  STEM.METHOD.INDEX.noise.png  the change, amplified around grey; the .json says by how much",
            "  STEM.METHOD.INDEX.json       top-5 before and after, sizes in levels, success before and after rounding"
                    + " to 8 bits, queries, milliseconds",
            "INDEX is the class wanted, or without --target the class that the picture is to lose. Every result is",
            "rounded to 8 bits and classified again; only that counts as success."
        })
final class AttackCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Mixin
    private AttackOptions attack;

    @Option(
            names = "--target",
            paramLabel = "INDEX|NAME",
            description = "The class that the pictures are to become; without it any other than the predicted one.")
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

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Pictures, and folders of pictures, which are walked with their sub-folders.")
    private List<Path> paths = List.of();

    AttackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Attack chosen = attack.attack();
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give at least one picture or folder.");
        }
        if (target != null && !chosen.targeted()) {
            throw new ParameterException(
                    spec.commandLine(), chosen.title() + " cannot be asked for a certain class; leave --target out.");
        }
        Inputs inputs = new PictureInputs(FoundPicture.in(paths));
        try (OpenModel opened = model.open(surroundings)) {
            Optional<String> reason = chosen.unavailable(opened);
            if (reason.isPresent()) {
                throw new CommandException(chosen.title() + " cannot attack this model: " + reason.get());
            }
            Optional<Integer> wanted = ClassChoice.of(target, opened, spec);
            OptionalInt index = wanted.map(OptionalInt::of).orElse(OptionalInt.empty());
            AttackFiles files = new AttackFiles(out, opened, chosen);
            return new EachInput(surroundings, opened, "Attacking")
                    .run(inputs, (picture, progress) -> attack(picture, opened, chosen, index, files, progress));
        }
    }

    private void attack(
            NetworkInput input,
            OpenModel opened,
            Attack chosen,
            OptionalInt index,
            AttackFiles files,
            Progress progress)
            throws EngineException, FileException, CancelledException {
        AttackResult result = Attacking.on(opened).attack(chosen, input.picture(), index, progress);
        ObjectNode written = files.write(input, result);
        surroundings
                .terminal()
                .out()
                .println(format == OutputFormat.JSON ? written : sentence(opened, chosen, result, written));
    }

    private static String sentence(OpenModel opened, Attack chosen, AttackResult result, ObjectNode written) {
        Answer.Score before = Answer.of(opened, result.clean()).best();
        Answer.Score after = Answer.of(opened, result.rounded()).best();
        return String.format(
                Locale.ROOT,
                "%s: %s %s %d %s (%.1f %%) %s %d %s (%.1f %%), largest change %.3g, root mean square %.3g levels, in"
                        + " %.0f ms: %s",
                written.get("image").textValue(),
                chosen.title(),
                result.found() ? "turned" : "found nothing:",
                before.index(),
                before.name(),
                100 * before.probability(),
                result.found() ? "into" : "stays",
                after.index(),
                after.name(),
                100 * after.probability(),
                result.size().lInf(),
                result.size().meanSquare(),
                result.milliseconds(),
                written.get("files").get("png").textValue());
    }
}
