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
    private final List<TrustMeasure> measures;
    private final Judge judge;
    private final List<Judged> judged = new ArrayList<>();
    private Progress progress;
    private int done;
    private int total;

    /** A judgement that was made for the report. */
    record Judged(Prediction at, ReportPictures.Question question, Judgement judgement) {}

    ReportDrafting(Network network, FileHashes hashes, List<TrustMeasure> measures) {
        this.network = network;
        this.hashes = hashes;
        this.measures = measures;
        this.judge = new Judge(network.model());
    }

    Report report(
            String title,
            SessionState state,
            ReportPictures pictures,
            Map<ReportPictures.Question, ReportViewModel.Known> known,
            Progress watched)
            throws Exception {
        progress = watched;
        total = Math.max(1, known.size() * (1 + measures.size()));
        List<ReportedPicture> reported = new ArrayList<>();
        for (Prediction answer : pictures.answers()) {
            List<ReportedMap> maps = new ArrayList<>();
            for (ReportPictures.Question question :
                    pictures.questions().get(answer.picture().file())) {
                maps.add(map(answer, question, known.get(question)));
            }
            reported.add(picture(answer, state, maps));
        }
        String version = Optional.ofNullable(Report.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Report(
                title,
                Instant.now(),
                model(),
                reported,
                List.of(),
                pictures.remarks(),
                state.notes(),
                Versions.here(version, engine()));
    }

    /** What was judged on the way. */
    List<Judged> judged() {
        return List.copyOf(judged);
    }

    private ReportedMap map(Prediction at, ReportPictures.Question question, ReportViewModel.Known known)
            throws Exception {
        AttributionMethod method = question.asked().method();
        Subject subject = new Subject(at.input().tensor(), at.input().region(), question.target());
        Progress part = part();
        Attribution attribution = known.map().isPresent()
                ? known.map().map(ShownMap::attribution).get()
                : method.explain(network.model(), subject, Sketch.none(), part);
        Evidence evidence = Evidence.of(network.model(), subject, attribution.map(), method);
        List<Judgement> judgements = new ArrayList<>();
        for (TrustMeasure measure : TrustMeasures.all()) {
            Optional<Judgement> before = known.judgements().stream()
                    .filter(judgement -> judgement.measure().equals(measure))
                    .findFirst();
            if (before.isPresent()) {
                judgements.add(before.get());
            } else if (measures.contains(measure)
                    && measure.unavailable(evidence).isEmpty()) {
                Judgement made = judge.judge(measure, evidence, part());
                judgements.add(made);
                judged.add(new Judged(at, question, made));
            }
        }
        return ReportedMap.of(method, question.target(), attribution, judgements, known.verdict());
    }

    private Progress part() throws Exception {
        progress.checkCancelled();
        done++;
        return progress.part(Math.min(1, (done - 1.0) / total), Math.min(1, (double) done / total));
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
