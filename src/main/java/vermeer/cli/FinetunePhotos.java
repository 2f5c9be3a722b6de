package vermeer.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.cache.DiskCache;
import vermeer.data.DataException;
import vermeer.data.Readiness;
import vermeer.data.Split;
import vermeer.data.Stages;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.data.inspection.DuplicateGroup;
import vermeer.data.inspection.Inspection;
import vermeer.data.inspection.Inspector;
import vermeer.data.inspection.KnownFacts;
import vermeer.data.label.FolderNames;
import vermeer.job.CancelledException;
import vermeer.train.TrainingData;

/**
 * The photos of a training run, as decided about their folder. Pictures that are the same, or look so, come into one split; where
 * folders put them into several, those outside of the split that judges most are left out of the run. The folder is not changed.
 *
 * @param weak parts whose labels are weak, which train first; empty to do as decided
 * @param keep whether duplicates stay where they are
 */
record FinetunePhotos(Surroundings surroundings, FinetuneReport report, Set<String> weak, boolean keep) {

    TrainingData of(Path folder, FinetuneChoices choices) throws DataException, CommandException, CancelledException {
        Decisions decisions = staged(choices.decisions(new DecisionsFile(folder).read()));
        Prepared found = Prepared.of(folder, decisions, surroundings.progress());
        report.data(found.reading());
        requireParts(found);
        Prepared apart = apart(found);
        Readiness.of(apart.splits()).stream()
                .filter(concern -> !concern.blocking())
                .forEach(concern -> surroundings.terminal().err().println(concern.sentence()));
        return choices.data(apart);
    }

    private Decisions staged(Decisions decisions) {
        if (weak.isEmpty()) {
            return decisions;
        }
        boolean usual = decisions.labels().equals(new FolderNames());
        Decisions parted =
                usual ? decisions.withLabels(new FolderNames(2)).withAssignments(decisions.assignments()) : decisions;
        return parted.withStages(new Stages(weak, Stages.Turn.BOTH));
    }

    private void requireParts(Prepared found) throws CommandException {
        for (String part : weak) {
            if (!found.dataset().parts().contains(part)) {
                throw new CommandException("There is no part '" + part + "' in '"
                        + found.dataset().folder() + "'; its parts are "
                        + String.join(
                                ", ",
                                found.dataset().parts().stream()
                                        .map(name -> "'" + name + "'")
                                        .toList())
                        + ".");
            }
        }
    }

    /** The same photos, so that what is learned is not asked again. */
    private Prepared apart(Prepared found) throws DataException, CancelledException {
        Inspection inspection = inspect(found);
        Prepared tied = Prepared.of(found.reading(), found.decisions(), inspection.ties());
        Map<String, Split> assignments = tied.splits().assignments();
        Set<String> left = new LinkedHashSet<>();
        List<DuplicateGroup> leaks = inspection.leaks(tied.splits());
        for (DuplicateGroup group : leaks) {
            Split judge =
                    group.splits(assignments).stream().max(Split::compareTo).orElseThrow();
            for (String key : group.keys()) {
                if (assignments.containsKey(key) && assignments.get(key) != judge) {
                    left.add(key);
                }
            }
            report.duplicates(group, assignments, left, keep);
        }
        report.duplicates(inspection.duplicates().size(), leaks.size(), keep ? 0 : left.size());
        return left.isEmpty() || keep
                ? tied
                : Prepared.of(
                        tied.reading(),
                        tied.decisions().excluding(left, "the same picture is in another split"),
                        inspection.ties());
    }

    private Inspection inspect(Prepared found) throws DataException, CancelledException {
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Looking for duplicates");
        try {
            Path folder = found.dataset().folder();
            return new Inspector(surroundings.pictures())
                    .inspect(
                            found.dataset(),
                            KnownFacts.of(folder, DiskCache.ofUser()),
                            new DrawnProgress(surroundings.progress(), line));
        } finally {
            line.clear();
        }
    }
}
