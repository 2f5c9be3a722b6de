package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vermeer.attribution.AttributionMethod;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.OpenModel;
import vermeer.trust.TrustMeasure;

/** Explains why a model gives pictures a class, and writes the maps. */
@Command(
        mixinStandardHelpOptions = true,
        name = "explain",
        description = {
            "Explains why a model gives pictures a class, and writes for each picture",
            "  STEM.METHOD.INDEX.png           the map over the picture, with a colour bar",
            "  STEM.METHOD.INDEX.npy           the raw map, float32 [H,W], in the coordinates of the network's input",
            "  STEM.METHOD.INDEX.channels.npy  the values before channels were reduced, where the method has them",
            "  STEM.METHOD.INDEX.json          method, settings, target, model, profile, range, the region seen, the"
                    + " strongest regions, milliseconds",
            "",
            "With --report also one file for readers who never saw Vermeer: pictures, probabilities, maps, methods,"
                    + " model.",
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

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go; sub-folders are repeated there (default: here).")
    private Path out;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes a report, FILE.html or FILE.pdf; may be repeated.")
    private List<Path> reports = List.of();

    @Mixin
    private Judging judging;

    @Mixin
    private MarkOptions marks;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        List<AttributionMethod> asked = method.methods();
        List<TrustMeasure> measures = measures();
        Inputs inputs = input.inputs();
        try (OpenModel opened = model.open(surroundings)) {
            TargetChoice chosen = target.of(opened);
            ReportDraft draft = new ReportDraft(reports, opened, measures, judging.randomisation(), marks.box());
            List<AttributionMethod> able = able(asked, opened, draft);
            ExplanationFiles files = new ExplanationFiles(out, opened, inputs instanceof PictureInputs, marks);
            ProgressLine line = new ProgressLine(surroundings.terminal(), "Explaining");
            Explaining explaining = new Explaining(surroundings, opened, files, format.chosen(), draft, line);
            if (method.all()) {
                foretell(opened, able);
            }
            int code = new EachInput(surroundings, opened, line).run(inputs, (picture, progress) -> {
                Answer answer = Answer.of(opened, picture.tensor(), progress.part(0, 0));
                List<Question> questions = new ArrayList<>();
                for (AttributionMethod each : able) {
                    questions.add(chosen.question(each, answer, picture.image()));
                }
                explaining.explain(picture, answer, questions, "", progress);
            });
            draft.write(
                    "Why " + opened.name() + " answered as it did",
                    "",
                    surroundings.engine().get(),
                    surroundings);
            return explaining.failures() > 0 ? 1 : code;
        }
    }

    private void foretell(OpenModel opened, List<AttributionMethod> able) throws EngineException, CancelledException {
        surroundings
                .terminal()
                .err()
                .println(Forecast.of(opened, able, surroundings.progress()).sentence());
    }

    private List<TrustMeasure> measures() {
        for (Path report : reports) {
            if (!ReportDraft.writes(report)) {
                throw new ParameterException(
                        spec.commandLine(), "A report is a .html or a .pdf file, not '" + report.getFileName() + "'.");
            }
        }
        List<TrustMeasure> measures = judging.measures();
        if ((!measures.isEmpty() || judging.randomisation()) && reports.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    (measures.isEmpty() ? "--randomisation" : "--measure")
                            + " needs a --report to write to; 'vermeer trust' prints what it finds.");
        }
        return measures;
    }

    /** The methods that can explain the model; where all were asked for, the others are named. */
    private List<AttributionMethod> able(List<AttributionMethod> asked, OpenModel opened, ReportDraft draft)
            throws CommandException {
        List<AttributionMethod> able = new ArrayList<>();
        for (AttributionMethod each : asked) {
            Optional<String> reason = each.unavailable(opened);
            if (reason.isEmpty()) {
                able.add(each);
                continue;
            }
            String sentence = each.title() + " cannot explain this model: " + reason.get();
            if (!method.all()) {
                throw new CommandException(sentence);
            }
            surroundings.terminal().err().println(sentence);
            draft.without(each.title(), reason.get());
        }
        return able;
    }
}
