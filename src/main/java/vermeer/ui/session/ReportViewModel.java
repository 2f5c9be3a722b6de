package vermeer.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vermeer.attribution.ExpectedPasses;
import vermeer.image.Decoder;
import vermeer.image.Region;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.OpenModel;
import vermeer.report.HtmlReport;
import vermeer.report.Judgement;
import vermeer.report.PdfReport;
import vermeer.report.Report;
import vermeer.trust.Randomisation;
import vermeer.ui.investigation.Explaining;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Notices;
import vermeer.ui.trust.Findings;

/** Writes what was asked and found as a report. */
public final class ReportViewModel {
    private final SessionViewModel session;
    private final SessionFiles files;
    private final Investigation investigation;
    private final Explaining maps;
    private final Findings findings;
    private final Supplier<Optional<Region>> box;
    private final Decoder decoder;
    private final LatestJob writing;
    private final Notices notices;

    /** @param box the box that the user drew over the picture in sight */
    ReportViewModel(
            SessionViewModel session,
            SessionFiles files,
            Investigation investigation,
            Findings findings,
            Supplier<Optional<Region>> box,
            Decoder decoder,
            JobRunner runner,
            Notices notices) {
        this.box = box;
        this.session = session;
        this.files = files;
        this.investigation = investigation;
        this.maps = investigation.sideline();
        this.findings = findings;
        this.decoder = decoder;
        this.writing = new LatestJob(runner);
        this.notices = notices;
    }

    /** What is known of a map without computing anything. */
    record Known(Optional<ShownMap> map, List<Judgement> judgements, Optional<Randomisation.Verdict> verdict) {}

    /** A heading that names the model. */
    public String title() {
        Network network = investigation.networkProperty().get();
        return network == null ? "" : "Why " + network.model().name() + " answered as it did";
    }

    /** How many maps it will hold, in words. */
    public String content() {
        int count = session.asked().size();
        return count == 0
                ? "No map was asked for yet: the report will hold the picture in sight and its probabilities."
                : "The report will hold " + (count == 1 ? "one map" : count + " maps") + ", your notes, and everything"
                        + " that was measured.";
    }

    /** Whether the network's weights can be randomised. */
    public boolean canRandomise() {
        Network network = investigation.networkProperty().get();
        return network != null && network.model() instanceof OpenModel;
    }

    /** What the randomisation test of the maps will cost, in one sentence. */
    public String randomisationCost() {
        if (!canRandomise()) {
            return "This network's weights cannot be randomised.";
        }
        Randomisation test = new Randomisation();
        int count = Math.max(1, session.asked().size());
        int again = test.steps() * test.seeds();
        long passes = session.asked().stream()
                .mapToLong(asked -> again
                        * ExpectedPasses.of(
                                asked.method(),
                                investigation.networkProperty().get().model()))
                .sum();
        return "Slow: each map is made again " + again + " times, so it takes as long as "
                + String.format(Locale.ROOT, "%,d", count * again) + " maps"
                + (passes == 0 ? "." : ", about " + String.format(Locale.ROOT, "%,d", passes) + " forward passes.");
    }

    /** Writes a report; maps that are no longer in memory are made again. */
    public void write(ReportRequest request) {
        Network network = investigation.networkProperty().get();
        Path inSight = session.pictureProperty().get() == null
                ? null
                : session.pictureProperty().get().file();
        if (network == null || inSight == null) {
            notices.inform("Open a model and a picture first.");
            return;
        }
        SessionState state = session.state();
        writing.submit(new JobRequest<>(
                "Answer the pictures of the report",
                Lane.COMPUTE,
                progress -> ReportPictures.of(state, inSight, network, decoder, progress),
                pictures -> write(request, state, network, inSight, pictures),
                notices.failing("Writing the report")));
    }

    private void write(
            ReportRequest request, SessionState state, Network network, Path inSight, ReportPictures pictures) {
        Map<ReportPictures.Question, Known> known = new HashMap<>();
        for (Prediction answer : pictures.answers()) {
            for (ReportPictures.Question question :
                    pictures.questions().get(answer.picture().file())) {
                known.put(
                        question,
                        new Known(
                                maps.known(answer, question.asked().method(), question.target()),
                                findings.judgements(answer, question.asked().method(), question.target()),
                                findings.randomisation(answer, question.asked().method(), question.target())));
            }
        }
        ReportDrafting drafting = new ReportDrafting(network, files.hashes(), request, inSight, box.get());
        writing.submit(new JobRequest<>(
                "Write the report",
                Lane.COMPUTE,
                progress -> {
                    Report report = drafting.report(state, pictures, known, progress.part(0, 0.8));
                    for (int i = 0; i < request.files().size(); i++) {
                        double from = 0.8 + 0.2 * i / request.files().size();
                        double to = 0.8 + 0.2 * (i + 1) / request.files().size();
                        write(report, request.files().get(i), progress.part(from, to));
                    }
                    return drafting;
                },
                done -> {
                    done.judged()
                            .forEach(each -> findings.add(
                                    each.at(),
                                    each.question().asked().method(),
                                    each.question().target(),
                                    each.judgement()));
                    done.tested()
                            .forEach(each -> findings.add(
                                    each.at(),
                                    each.question().asked().method(),
                                    each.question().target(),
                                    each.verdict()));
                    notices.succeed("Saved as " + names(request.files()) + ".");
                },
                notices.failing("Writing the report")));
    }

    private static void write(Report report, Path file, vermeer.job.Progress progress) throws Exception {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            PdfReport.write(report, file, progress);
        } else {
            HtmlReport.write(report, file, progress);
        }
    }

    private static String names(List<Path> files) {
        List<String> names = new ArrayList<>();
        files.forEach(file -> names.add(file.toString()));
        return String.join(" and ", names);
    }
}
