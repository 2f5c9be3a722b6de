package vermeer.ui.session;

import vermeer.image.Decoder;
import vermeer.job.JobRunner;
import vermeer.session.RecoveryFolder;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.Opening;
import vermeer.ui.strip.StripViewModel;
import vermeer.ui.trust.Findings;

/** Puts the session of a window together, all but the nodes. */
public final class Sessions {
    private final SessionViewModel session;
    private final SessionFiles files;
    private final SessionViews views;
    private final ReportViewModel report;
    private final Restoring restoring;

    /** @param recovery where windows keep what is not saved */
    public Sessions(
            Investigation investigation,
            StripViewModel strip,
            Opening opening,
            SessionViews views,
            RecoveryFolder recovery,
            Findings findings,
            Decoder decoder,
            JobRunner runner,
            Notices notices) {
        this.views = views;
        restoring = new Restoring(investigation, strip, opening, views);
        session = new SessionViewModel(investigation, strip, views, restoring, findings);
        files = new SessionFiles(session, recovery, runner, notices);
        report = new ReportViewModel(session, files, investigation, findings, views::box, decoder, runner, notices);
    }

    public SessionViewModel session() {
        return session;
    }

    /** Looks at a map that was asked for again. */
    public void show(Asked asked) {
        restoring.show(asked);
    }

    public SessionFiles files() {
        return files;
    }

    public ReportViewModel report() {
        return report;
    }

    public SessionViews views() {
        return views;
    }
}
