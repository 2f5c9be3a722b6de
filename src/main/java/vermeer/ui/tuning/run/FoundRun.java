package vermeer.ui.tuning.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.train.EpochReport;
import vermeer.train.EventLog;
import vermeer.train.RunFolder;
import vermeer.train.TrainingException;

/**
 * A run of an earlier session, as its folder says.
 *
 * @param epochs the complete ones
 * @param figures empty where it is not finished
 * @param problem why it cannot go on, one sentence; empty where it can
 */
record FoundRun(RunRequest request, List<EpochReport> epochs, Optional<RunFigures> figures, String problem) {

    static List<FoundRun> all(List<RunRequest> requests) {
        return requests.stream().map(FoundRun::of).toList();
    }

    /** Looks into a run's folder. Reads files; never on the JavaFX thread. */
    static FoundRun of(RunRequest request) {
        RunFolder folder = new RunFolder(Path.of(request.folder()));
        if (!folder.begun()) {
            return new FoundRun(
                    request,
                    List.of(),
                    Optional.empty(),
                    request.begun() ? "The folder '" + folder.path() + "' is gone or holds no run any more." : "");
        }
        try {
            RunRequest planned = RunRequest.of(folder, folder.readPlan());
            boolean finished = Files.isRegularFile(folder.summary()) && Files.isRegularFile(folder.model());
            return new FoundRun(
                    planned, epochs(folder), finished ? Optional.of(RunFigures.read(folder)) : Optional.empty(), "");
        } catch (TrainingException | IOException damaged) {
            return new FoundRun(request, List.of(), Optional.empty(), damaged.getMessage());
        }
    }

    private static List<EpochReport> epochs(RunFolder folder) throws TrainingException {
        List<EpochReport> epochs = new ArrayList<>();
        for (JsonNode line : new EventLog(folder.events()).poll()) {
            if (line.path("event").asText().equals("epoch")) {
                epochs.add(EventLog.epoch(line));
            }
        }
        return epochs;
    }

    /** The run, in the state in which it was left. */
    Run run() {
        RunState state = !problem.isEmpty()
                ? RunState.FAILED
                : figures.isPresent()
                        ? figures.get().ended().equals("stopped") ? RunState.STOPPED : RunState.DONE
                        : request.begun() ? RunState.PAUSED : RunState.WAITING;
        Run run = new Run(request, state);
        epochs.forEach(run::add);
        figures.ifPresent(run::finish);
        switch (state) {
            case FAILED -> run.fail(problem, false);
            case PAUSED -> run.enter(state, RunTexts.unfinished(run));
            case WAITING -> run.enter(state, "Was not begun; the photos are taken as they are decided when it begins.");
            default -> run.enter(state, figures.orElseThrow().told(run.folder()));
        }
        return run;
    }
}
