package vermeer.ui.tuning.run;

import vermeer.train.CutTrial;

/** A network and a cut, with how well a small head does there. */
public record MeasuredCut(Candidate candidate, CutTrial trial) {}
