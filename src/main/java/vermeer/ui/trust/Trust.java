package vermeer.ui.trust;

import javafx.collections.ListChangeListener;
import vermeer.job.JobRunner;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.method.MethodEntry;
import vermeer.ui.method.MethodViewModel;

/** Puts the workspace Trust together, all but the nodes. */
public final class Trust {
    private final Findings findings = new Findings();
    private final TrustViewModel measures;
    private final RandomisationViewModel randomisation;
    private final RankingViewModel ranking;

    public Trust(Investigation investigation, MethodViewModel methods, JobRunner runner) {
        SharedJudge judge = new SharedJudge();
        measures = new TrustViewModel(investigation, findings, judge, runner);
        randomisation = new RandomisationViewModel(measures, findings, runner);
        ranking = new RankingViewModel(investigation, findings, judge, runner);
        ranking.offer(methods.entries());
        methods.entries().addListener((ListChangeListener<MethodEntry>) change -> ranking.offer(methods.entries()));
    }

    /** What was found of maps in this run. */
    public Findings findings() {
        return findings;
    }

    public TrustViewModel measures() {
        return measures;
    }

    public RandomisationViewModel randomisation() {
        return randomisation;
    }

    public RankingViewModel ranking() {
        return ranking;
    }
}
