package vermeer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Subject;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.model.Sha256;
import vermeer.report.ClassProbability;
import vermeer.report.Fact;
import vermeer.report.HtmlReport;
import vermeer.report.Judge;
import vermeer.report.Judgement;
import vermeer.report.PdfReport;
import vermeer.report.Report;
import vermeer.report.ReportedAgreement;
import vermeer.report.ReportedMap;
import vermeer.report.ReportedModel;
import vermeer.report.ReportedPicture;
import vermeer.report.Versions;
import vermeer.trust.Evidence;
import vermeer.trust.Randomisation;
import vermeer.trust.TrustMeasure;

/** Gathers what a command finds, as many maps as a report holds, and writes it. Nothing is kept where no report is wanted. */
final class ReportDraft {
    private static final int TOP = 5;

    private final List<Path> targets;
    private final OpenModel model;
    private final List<TrustMeasure> measures;
    private final Judge judge;
    private final boolean randomisation;
    private final Optional<Region> box;
    private final List<ReportedPicture> pictures = new ArrayList<>();
    private final List<Fact> notOffered = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int maps;
    private int seen;

    /**
     * @param targets the files to write, by their ending
     * @param measures by which every map of the report is judged
     * @param randomisation whether every method is tested on randomised models
     * @param box of the user, which every map is tested against; may be empty
     */
    ReportDraft(
            List<Path> targets,
            OpenModel model,
            List<TrustMeasure> measures,
            boolean randomisation,
            Optional<Region> box) {
        this.box = box;
        this.targets = targets;
        this.model = model;
        this.measures = targets.isEmpty() ? List.of() : measures;
        this.judge = new Judge(model);
        this.randomisation = randomisation && !targets.isEmpty();
    }

    /** Whether a report can be written to a file of this name. */
    static boolean writes(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".pdf");
    }

    /** Whether maps are judged. */
    boolean judges() {
        return !measures.isEmpty() || randomisation;
    }

    /** Whether there is room for one more map of a picture that has so many. */
    boolean takes(int already) {
        return !targets.isEmpty() && maps + already < Report.MOST_MAPS;
    }

    ReportedMap map(Subject subject, AttributionMethod method, Attribution attribution, Progress progress)
            throws EngineException, CancelledException {
        Evidence evidence = Evidence.of(model, subject, attribution.map(), method);
        List<Judgement> judgements = new ArrayList<>();
        int parts = measures.size() + (randomisation ? 1 : 0);
        for (int i = 0; i < measures.size(); i++) {
            TrustMeasure measure = measures.get(i);
            if (measure.unavailable(evidence).isEmpty()) {
                Progress part = progress.part((double) i / parts, (i + 1.0) / parts);
                judgements.add(judge.judge(measure, evidence, part));
            }
        }
        Optional<Randomisation.Verdict> verdict = randomisation
                ? Optional.of(new Randomisation()
                        .test(model, method, List.of(subject), progress.part((parts - 1.0) / parts, 1)))
                : Optional.empty();
        return ReportedMap.of(method, subject.target(), attribution, judgements, verdict)
                .with(box);
    }

    /** Names a method that cannot explain the model. */
    void without(String title, String reason) {
        notOffered.add(new Fact(title, reason));
    }

    /** Says something of the report itself at its beginning, in one sentence. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    void add(NetworkInput picture, Answer answer, List<ReportedMap> shown, String note) {
        seen++;
        if (targets.isEmpty() || shown.isEmpty() && maps >= Report.MOST_MAPS) {
            return;
        }
        maps += shown.size();
        List<ClassProbability> top = answer.ranking().stream()
                .limit(TOP)
                .map(score -> new ClassProbability(score.index(), score.name(), score.probability()))
                .toList();
        Path file = Path.of(picture.image());
        pictures.add(ReportedPicture.of(
                String.valueOf(file.getFileName()),
                Files.isRegularFile(file) ? Sha256.of(file).orElse("") : "",
                picture.picture(),
                picture.region(),
                top,
                shown,
                ReportedAgreement.of(model, shown),
                note));
    }

    /** Writes the files, if anything was found. */
    void write(String title, String notes, Engine engine, Surroundings surroundings)
            throws FileException, CancelledException {
        if (targets.isEmpty() || pictures.isEmpty()) {
            return;
        }
        if (seen > pictures.size() || maps >= Report.MOST_MAPS) {
            remark("The report shows the first " + maps + " maps, of " + pictures.size() + " out of " + seen
                    + " pictures; the others are in the files beside it.");
        }
        Report report = new Report(
                title,
                Instant.now(),
                ReportedModel.of(model),
                pictures,
                notOffered,
                remarks,
                notes,
                Versions.here(
                        Version.text(),
                        engine.version() + " on " + engine.provider().provider()));
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Writing the report");
        DrawnProgress progress = new DrawnProgress(surroundings.progress(), line);
        try {
            for (Path target : targets) {
                if (target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
                    PdfReport.write(report, target, progress);
                } else {
                    HtmlReport.write(report, target, progress);
                }
            }
        } finally {
            line.clear();
        }
    }
}
