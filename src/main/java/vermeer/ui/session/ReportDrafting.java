package vermeer.ui.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.report.ClassProbability;
import vermeer.report.Judge;
import vermeer.report.Judgement;
import vermeer.report.Report;
import vermeer.report.ReportedAgreement;
import vermeer.report.ReportedMap;
import vermeer.report.ReportedModel;
import vermeer.report.ReportedPicture;
import vermeer.report.Versions;
import vermeer.session.FileReference;
import vermeer.trust.Evidence;
import vermeer.trust.Randomisation;
import vermeer.trust.TrustMeasure;
import vermeer.trust.TrustMeasures;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/** Makes a report of a session on the compute lane: maps that are not known are made, measures that are missing are asked. */
final class ReportDrafting {
    private static final int TOP = 5;

    private final Network network;
    private final FileHashes hashes;
    private final ReportRequest request;
    private final Path inSight;
    private final Optional<Region> box;
    private final Judge judge;
    private final Randomisation test = new Randomisation();
    private final List<Judged> judged = new ArrayList<>();
    private final List<Tested> tested = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private Progress progress;
    private int done;
    private int total;

    /** A judgement that was made for the report. */
    record Judged(Prediction at, ReportPictures.Question question, Judgement judgement) {}

    /** A verdict that was found for the report. */
    record Tested(Prediction at, ReportPictures.Question question, Randomisation.Verdict verdict) {}

    /** @param box drawn over the picture in sight, in its pixels */
    ReportDrafting(Network network, FileHashes hashes, ReportRequest request, Path inSight, Optional<Region> box) {
        this.network = network;
        this.hashes = hashes;
        this.request = request;
        this.inSight = inSight;
        this.box = box;
        this.judge = new Judge(network.model());
    }

    Report report(
            SessionState state,
            ReportPictures pictures,
            Map<ReportPictures.Question, ReportViewModel.Known> known,
            Progress watched)
            throws Exception {
        progress = watched;
        int parts = 1 + request.measures().size() + (request.randomisation() ? test.steps() * test.seeds() : 0);
        total = Math.max(1, known.size() * parts);
        remarks.addAll(pictures.remarks());
        List<ReportedPicture> reported = new ArrayList<>();
        for (Prediction answer : pictures.answers()) {
            List<ReportedMap> maps = new ArrayList<>();
            for (ReportPictures.Question question :
                    pictures.questions().get(answer.picture().file())) {
                map(answer, question, known.get(question)).ifPresent(maps::add);
            }
            reported.add(picture(answer, state, maps));
        }
        String version = Optional.ofNullable(Report.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Report(
                request.title(),
                Instant.now(),
                model(),
                reported,
                List.of(),
                remarks,
                state.notes(),
                Versions.here(version, engine()));
    }

    /** What was tested on the way. */
    List<Tested> tested() {
        return List.copyOf(tested);
    }

    /** What was judged on the way. */
    List<Judged> judged() {
        return List.copyOf(judged);
    }

    /** One map with all that is to be said of it; where it cannot be made, the report says why. */
    private Optional<ReportedMap> map(Prediction at, ReportPictures.Question question, ReportViewModel.Known known)
            throws Exception {
        AttributionMethod method = question.asked().method();
        Optional<String> reason = method.unavailable(network.model());
        if (reason.isPresent()) {
            remarks.add(method.title() + " cannot explain this model: " + reason.get());
            return Optional.empty();
        }
        try {
            return Optional.of(made(at, question, known));
        } catch (EngineException failure) {
            remarks.add(method.title() + " of " + at.picture().name() + " failed: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private ReportedMap made(Prediction at, ReportPictures.Question question, ReportViewModel.Known known)
            throws Exception {
        AttributionMethod method = question.asked().method();
        Subject subject = new Subject(at.input().tensor(), at.input().region(), question.target());
        Progress part = part(1);
        Attribution attribution = known.map().isPresent()
                ? known.map().map(ShownMap::attribution).get()
                : method.explain(network.model(), subject, Sketch.none(), part);
        List<Judgement> judgements = judgements(at, question, known, subject, attribution);
        Optional<Randomisation.Verdict> verdict = known.verdict();
        if (verdict.isEmpty() && request.randomisation() && network.model() instanceof OpenModel open) {
            Randomisation.Verdict found = test.test(open, method, List.of(subject), part(test.steps() * test.seeds()));
            tested.add(new Tested(at, question, found));
            verdict = Optional.of(found);
        }
        return ReportedMap.of(method, question.target(), attribution, judgements, verdict)
                .with(box.filter(drawn -> at.picture().file().equals(inSight)));
    }

    private List<Judgement> judgements(
            Prediction at,
            ReportPictures.Question question,
            ReportViewModel.Known known,
            Subject subject,
            Attribution attribution)
            throws Exception {
        Evidence evidence = Evidence.of(
                network.model(), subject, attribution.map(), question.asked().method());
        List<Judgement> judgements = new ArrayList<>();
        for (TrustMeasure measure : TrustMeasures.all()) {
            Optional<Judgement> before = known.judgements().stream()
                    .filter(judgement -> judgement.measure().equals(measure))
                    .findFirst();
            if (before.isPresent()) {
                judgements.add(before.get());
            } else if (request.measures().contains(measure)
                    && measure.unavailable(evidence).isEmpty()) {
                Judgement made = judge.judge(measure, evidence, part(1));
                judgements.add(made);
                judged.add(new Judged(at, question, made));
            }
        }
        return judgements;
    }

    /** @param parts how many maps' time it takes */
    private Progress part(int parts) throws Exception {
        progress.checkCancelled();
        double from = Math.min(1, (double) done / total);
        done += parts;
        return progress.part(from, Math.min(1, (double) done / total));
    }

    private ReportedPicture picture(Prediction answer, SessionState state, List<ReportedMap> maps) {
        Path file = answer.picture().file();
        List<ClassProbability> top = answer.ranking().stream()
                .limit(TOP)
                .map(score -> new ClassProbability(score.index(), score.name(), score.probability()))
                .toList();
        return ReportedPicture.of(
                answer.picture().name(),
                hashes.of(file).map(FileReference::sha256).orElse(""),
                answer.picture().picture(),
                answer.input().region(),
                top,
                maps,
                ReportedAgreement.of(network.model(), maps),
                state.pictureNotes().getOrDefault(file, ""));
    }

    private String engine() {
        return network.model() instanceof OpenModel
                ? Engine.runtimeVersion() + " on " + network.provider()
                : network.provider();
    }

    private ReportedModel model() {
        return network.model() instanceof OpenModel open
                ? ReportedModel.of(open)
                : new ReportedModel(network.model().name(), "none", "", List.of());
    }
}
