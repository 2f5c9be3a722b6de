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
import vermeer.dream.Dream;
import vermeer.dream.DreamSubject;
import vermeer.dream.Dreams;
import vermeer.dream.Dreamt;
import vermeer.dream.Feature;
import vermeer.dream.Frame;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;

/** Makes pictures with a network. */
@Command(
        mixinStandardHelpOptions = true,
        name = "dream",
        description = {
            "Makes a picture with a network: what excites a class, a channel or a neuron, what a layer sees in a"
                    + " picture or remembers of it. Writes",
            "  STEM.METHOD.WHAT.png   the picture; STEM is the picture it began with, or 'noise', WHAT is the class's"
                    + " index or the layer and the channel",
            "  STEM.METHOD.WHAT.gif   how it became, if it is not stopped",
            "  STEM.METHOD.WHAT.json  method, settings, what it was made for, the objective at each step, facts"
                    + " measured on the picture as saved",
            "",
            "Methods, each with its settings and their defaults:",
            "  vermeer dream --list"
        })
final class DreamCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", help = true, description = "Lists the methods, what they show and their settings.")
    private boolean list;

    @Mixin
    private ModelOptions model;

    @Option(names = "--method", required = true, paramLabel = "NAME", description = "The method; see --list.")
    private String method;

    @Mixin
    private FeatureOptions feature;

    @Option(
            names = "--style",
            paramLabel = "PATH",
            description = "The picture whose style is taken; for style-transfer.")
    private Path style;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting of the method; may be repeated.")
    private List<String> changes = List.of();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The seed of everything random; the same as --set seed=S.")
    private String seed;

    @Option(
            names = "--frames",
            description = "Also writes the pictures on the way, STEM.METHOD.WHAT.frames/0001.png and on.")
    private boolean frames;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go (default: here).")
    private Path out;

    @Mixin
    private FormatOption format;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Pictures to begin with; without one, noise.")
    private List<Path> paths = List.of();

    DreamCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            DreamListing.print(surroundings.terminal().out());
            return 0;
        }
        Dream dream = dream();
        feature.check(dream, spec);
        List<FoundPicture> pictures = FoundPicture.in(paths);
        try (OpenModel opened = model.open(surroundings)) {
            Optional<String> reason = dream.unavailable(opened);
            if (reason.isPresent()) {
                throw new CommandException(dream.title() + " cannot work with this model: " + reason.get());
            }
            Optional<Picture> styled = style == null ? Optional.empty() : Optional.of(picture(style));
            if (pictures.isEmpty()) {
                return make(opened, dream, Optional.empty(), styled);
            }
            int failed = 0;
            for (FoundPicture found : pictures) {
                try {
                    failed += make(opened, dream, Optional.of(found), styled);
                } catch (PictureException broken) {
                    surroundings.terminal().err().println(broken.getMessage());
                    failed = 1;
                }
            }
            return failed == 0 ? 0 : 1;
        }
    }

    private Dream dream() {
        Dream found = Dreams.named(method)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no method '" + method + "'; known are "
                                + Dreams.all().stream().map(Dream::name).collect(Collectors.joining(", ")) + "."));
        List<String> all = new ArrayList<>(changes);
        if (seed != null && Settings.texts(found).containsKey("seed")) {
            all.add("seed=" + seed);
        }
        return new SettingOptions(spec).apply(found, found.title(), all);
    }

    private Picture picture(Path file) throws PictureException, CancelledException {
        return surroundings.pictures().decode(file, surroundings.progress());
    }

    /** @return 1 where the aim was not reached */
    private int make(OpenModel opened, Dream dream, Optional<FoundPicture> found, Optional<Picture> styled)
            throws Exception {
        Optional<Picture> start = found.isEmpty()
                ? Optional.empty()
                : Optional.of(picture(found.get().file()));
        Feature wanted = feature.of(dream, opened, start, spec, surroundings.progress());
        List<Frame> kept = new ArrayList<>();
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Dreaming");
        long started = System.nanoTime();
        Dreamt dreamt;
        try {
            dreamt = dream.make(
                    opened,
                    new DreamSubject(wanted, start, styled),
                    kept::add,
                    new DrawnProgress(surroundings.progress(), line));
        } catch (EngineException | CancelledException ended) {
            line.clear();
            throw ended;
        }
        line.clear();
        double milliseconds = (System.nanoTime() - started) / 1e6;
        DreamFiles files = new DreamFiles(out, opened, frames);
        var written = files.write(found, dream, wanted, dreamt, kept, milliseconds);
        surroundings
                .terminal()
                .out()
                .println(format.json() ? written : DreamFiles.line(dream, wanted, dreamt, written));
        dreamt.notices().forEach(surroundings.terminal().err()::println);
        return dreamt.reached().orElse(true) ? 0 : 1;
    }
}
