package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vermeer.attribution.AttributionMethod;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
import vermeer.model.OpenModel;
import vermeer.model.Sha256;
import vermeer.session.Explanation;
import vermeer.session.FileProblem;
import vermeer.session.FileReference;
import vermeer.session.Session;
import vermeer.session.SessionException;
import vermeer.session.SessionFile;

/** Replays a session. */
@Command(
        mixinStandardHelpOptions = true,
        name = "run",
        description = {
            "Replays the explanations of a session (.vermeer) on its pictures, or on others, and writes for each"
                    + " picture",
            "what 'vermeer explain' writes, and report.html and report.pdf.",
            "",
            "On other pictures every explanation of the session is made of each of them, once. Files of the session"
                    + " that",
            "are missing or have changed are named; the rest is done, and the exit code is 1."
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "SESSION", description = "The session, a .vermeer file.")
    private Path file;

    @Option(
            names = "--images",
            paramLabel = "FOLDER",
            description = "Pictures, or folders of pictures, instead of the session's own; may be repeated.")
    private List<Path> images = List.of();

    @Option(names = "--model", paramLabel = "FILE", description = "Where the session's model is now, or another model.")
    private Path model;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the files go; sub-folders are repeated there.")
    private Path out;

    @Option(
            names = "--predicted",
            description = "Explains the class that each picture is predicted to be, not the session's classes.")
    private boolean predicted;

    @Mixin
    private Judging judging;

    @Mixin
    private MarkOptions marks;

    @Mixin
    private FormatOption format;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        var measures = judging.measures();
        Session session = SessionFile.read(file);
        Map<Explanation, AttributionMethod> asked = asked(session);
        List<SessionPictures.Found> pictures = images.isEmpty()
                ? SessionPictures.own(session, surroundings.terminal())
                : SessionPictures.others(FoundPicture.in(images));
        try (OpenModel opened = open(session)) {
            List<Path> reports = List.of(out.resolve("report.html"), out.resolve("report.pdf"));
            ReportDraft draft = new ReportDraft(reports, opened, measures, judging.randomisation(), marks.box());
            boolean whole = dropUnavailable(asked, opened, draft);
            ProgressLine line = new ProgressLine(surroundings.terminal(), "Explaining");
            Replay replay = new Replay(surroundings, opened, asked, pictures, line);
            Explaining explaining = new Explaining(
                    surroundings, opened, new ExplanationFiles(out, opened, true, marks), format.chosen(), draft, line);
            int code = replay.run(explaining);
            draft.write(
                    "Why " + opened.name() + " answered as it did",
                    session.notes(),
                    surroundings.engine().get(),
                    surroundings);
            boolean every =
                    !images.isEmpty() || pictures.size() == session.pictures().size();
            return whole && every && explaining.failures() == 0 ? code : 1;
        }
    }

    private Map<Explanation, AttributionMethod> asked(Session session) throws SessionException, CommandException {
        Map<Explanation, AttributionMethod> asked = new LinkedHashMap<>();
        for (Explanation explanation : session.explanations()) {
            Explanation ofWhom = images.isEmpty() ? explanation : explanation.ofEveryPicture();
            asked.put(predicted ? ofWhom.ofPredictedClass() : ofWhom, explanation.attribution());
        }
        if (asked.isEmpty()) {
            throw new CommandException("The session '" + file.getFileName()
                    + "' asks for no explanation; open it in the window, explain a picture and save it.");
        }
        return asked;
    }

    private OpenModel open(Session session)
            throws CommandException, ModelException, EngineException, CancelledException {
        Path chosen = model == null ? sessionModel(session) : model;
        warnOfAnother(session, chosen);
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Opening " + chosen.getFileName());
        DrawnProgress progress = new DrawnProgress(surroundings.progress(), line);
        try {
            return session.profile().isPresent()
                    ? surroundings.models().open(chosen, session.profile().get(), progress)
                    : surroundings.models().open(chosen, Optional.empty(), progress);
        } finally {
            line.clear();
        }
    }

    private Path sessionModel(Session session) throws CommandException {
        FileReference known = session.model()
                .orElseThrow(() -> new CommandException(
                        "The session '" + file.getFileName() + "' has no model; give one with --model FILE."));
        Optional<FileProblem> problem = FileProblem.of(known);
        if (problem.isPresent()) {
            throw new CommandException(
                    switch (problem.get().kind()) {
                        case MISSING ->
                            "The session's model '" + known.path()
                                    + "' is not there any more; say where it is with --model FILE.";
                        case UNREADABLE ->
                            "The session's model '" + known.path()
                                    + "' cannot be opened; allow it to be read, or give a copy with --model FILE.";
                        case CHANGED ->
                            "The session's model '" + known.path()
                                    + "' has changed since; give the one of then, or this one all the same, with"
                                    + " --model FILE.";
                    });
        }
        return known.path();
    }

    private void warnOfAnother(Session session, Path chosen) {
        boolean another = model != null
                && session.model().isPresent()
                && !Sha256.of(chosen).equals(session.model().map(FileReference::sha256));
        if (another) {
            surroundings
                    .terminal()
                    .err()
                    .println("'" + chosen.getFileName()
                            + "' is not the file that the session was made with, so its maps may differ.");
        }
    }

    /** @return whether nothing had to be dropped */
    private boolean dropUnavailable(Map<Explanation, AttributionMethod> asked, OpenModel opened, ReportDraft draft) {
        List<Explanation> dropped = new ArrayList<>();
        asked.forEach((explanation, method) -> method.unavailable(opened).ifPresent(reason -> {
            surroundings.terminal().err().println(method.title() + " cannot explain this model: " + reason);
            draft.without(method.title(), reason);
            dropped.add(explanation);
        }));
        dropped.forEach(asked::remove);
        return dropped.isEmpty();
    }
}
