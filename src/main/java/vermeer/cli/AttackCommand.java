package vermeer.cli;

import java.nio.file.Path;
import java.util.List;
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
import vermeer.attack.SharedAttack;
import vermeer.attack.Space;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
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
            "  STEM.METHOD.INDEX.pattern.png  the patch or the universal perturbation, where the attack makes one",
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
            names = "--curve",
            split = ",",
            paramLabel = "LEVELS",
            description = "Instead of files: a JSON table of how many pictures keep their answer at each of these"
                    + " epsilons, such as 0.25,0.5,1,2,4,8, before and after rounding; of pictures in folders named like"
                    + " classes also how many are right.")
    private List<Double> curve = List.of();

    @Option(
            names = "--smallest",
            description = "Looks for the smallest epsilon that works on each picture, by bisection.")
    private boolean smallest;

    @Option(names = "--transfer", paramLabel = "FILE", description = "A second model: does the result fool it too?")
    private Path transfer;

    @Option(
            names = "--defences",
            description = "Also tries defences: does the result survive them, and an attack that knows of them?")
    private boolean defences;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go; sub-folders are repeated there (default: here).")
    private Path out;

    @Mixin
    private FormatOption format;

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
        check(chosen);
        Inputs inputs = new PictureInputs(FoundPicture.in(paths));
        try (OpenModel opened = model.open(surroundings)) {
            Optional<String> reason = chosen.unavailable(opened);
            if (reason.isPresent()) {
                throw new CommandException(chosen.title() + " cannot attack this model: " + reason.get());
            }
            Optional<Integer> wanted = ClassChoice.of(target, opened, spec);
            OptionalInt index = wanted.map(OptionalInt::of).orElse(OptionalInt.empty());
            if (!curve.isEmpty()) {
                return new AttackCurve(surroundings, opened, chosen, index, curve).print(inputs);
            }
            try (Second second = Second.open(transfer, surroundings)) {
                AttackRun.Asked asked = new AttackRun.Asked(smallest, defences);
                return new AttackRun(surroundings, opened, chosen, index, out, format.chosen(), second.model(), asked)
                        .run(inputs);
            }
        }
    }

    private void check(Attack chosen) {
        if (paths.isEmpty()) {
            throw refused("Give at least one picture or folder.");
        }
        if (target != null && !chosen.targeted()) {
            throw refused(chosen.title() + " cannot be asked for a certain class; leave --target out.");
        }
        if (smallest || !curve.isEmpty()) {
            attack.requireEpsilon(chosen);
        }
        if (chosen instanceof SharedAttack && (smallest || !curve.isEmpty())) {
            throw refused(chosen.title() + " makes one change for all pictures; --curve and --smallest look at each.");
        }
        if (defences && (chosen.space() != Space.PICTURE || chosen instanceof SharedAttack)) {
            throw refused("--defences needs an attack on single pictures, with space=picture.");
        }
        for (double epsilon : curve) {
            if (!(epsilon >= 0 && epsilon <= 255)) {
                throw refused("--curve takes levels from 0 to 255, separated by commas, not " + epsilon + ".");
            }
        }
    }

    private ParameterException refused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** The second model, where there is one. */
    private record Second(Optional<OpenModel> model) implements AutoCloseable {
        static Second open(Path file, Surroundings surroundings)
                throws ModelException, EngineException, CancelledException {
            return new Second(
                    file == null
                            ? Optional.empty()
                            : Optional.of(surroundings.models().open(file, Optional.empty(), surroundings.progress())));
        }

        @Override
        public void close() {
            model.ifPresent(OpenModel::close);
        }
    }
}
