package vermeer.ui.prediction;

import java.util.List;
import vermeer.model.Target;
import vermeer.ui.investigation.Prediction.ClassScore;

/** What part a class has in what is explained. */
public enum TargetPart {
    /** It is explained. */
    FOR,
    /** Another class is explained rather than this one. */
    AGAINST,
    NONE;

    /** @param target what is explained; null for nothing */
    static TargetPart of(ClassScore score, Target target) {
        Target.Term own = score.target().terms().get(0);
        List<Target.Term> terms = target == null ? List.of() : target.terms();
        if (!terms.isEmpty() && names(terms.get(0), own)) {
            return FOR;
        }
        return terms.stream().anyMatch(term -> names(term, own)) ? AGAINST : NONE;
    }

    /** Two classes may share a name, or, in a model with one logit, an index. */
    private static boolean names(Target.Term term, Target.Term other) {
        return term.index() == other.index() && term.name().equals(other.name());
    }
}
