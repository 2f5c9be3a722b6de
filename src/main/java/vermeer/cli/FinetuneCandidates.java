package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
import vermeer.model.OpenModel;
import vermeer.train.CutTrial;
import vermeer.train.CutTrials;
import vermeer.train.TrainingData;
import vermeer.train.TrainingException;
import vermeer.train.cut.Cut;

/** Chooses network and cut by trials of all candidates on the training photos. */
record FinetuneCandidates(Surroundings surroundings, FinetuneReport report) {

    /** A network's file and the cut to train it from, as {@code --cut} takes it. */
    record Choice(Path file, String cut) {}

    /**
     * Tries every candidate; one that cannot be opened or tuned is named and passed over.
     *
     * @param candidates the files, with their profiles where some were given
     * @throws CommandException where none can be tuned
     */
    Choice choose(Map<Path, Optional<Path>> candidates, TrainingData photos)
            throws CommandException, EngineException, CancelledException {
        Map<CutTrial, Path> tried = new LinkedHashMap<>();
        for (Map.Entry<Path, Optional<Path>> candidate : candidates.entrySet()) {
            try {
                trials(candidate.getKey(), candidate.getValue(), photos)
                        .forEach(trial -> tried.put(trial, candidate.getKey()));
            } catch (ModelException | TrainingException refused) {
                surroundings.terminal().err().println("Not tried: " + refused.getMessage());
            }
        }
        if (tried.isEmpty()) {
            throw new CommandException("None of the networks can be fine-tuned; give another one with --model FILE.");
        }
        List<CutTrial> trials = new ArrayList<>(tried.keySet());
        CutTrial chosen = CutTrials.proposed(trials);
        report.trials(trials, chosen, tried.get(chosen));
        return new Choice(
                tried.get(chosen),
                chosen.cut().headOnly() ? Cut.HEAD : chosen.cut().value());
    }

    private List<CutTrial> trials(Path file, Optional<Path> profile, TrainingData photos)
            throws ModelException, EngineException, TrainingException, CancelledException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Trying " + file.getFileName());
        try (OpenModel opened = surroundings.models().open(file, profile, surroundings.progress())) {
            return new CutTrials(surroundings.engine().get(), surroundings.pictures())
                    .of(opened, photos, new DrawnProgress(surroundings.progress(), line));
        } finally {
            line.clear();
        }
    }
}
