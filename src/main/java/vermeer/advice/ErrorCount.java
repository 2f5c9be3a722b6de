package vermeer.advice;

import vermeer.evaluation.Interval;

/** How many of how many pictures were answered wrongly. */
public record ErrorCount(int errors, int pictures) {

    /** @throws IllegalArgumentException where there are no pictures or more errors than pictures; the message is a clause */
    public ErrorCount {
        if (pictures < 1 || errors < 0 || errors > pictures) {
            throw new IllegalArgumentException(errors + " wrong of " + pictures + " pictures is no error rate");
        }
    }

    /** The error rate with Wilson's interval. */
    public Interval rate() {
        return Interval.wilson(errors, pictures);
    }
}
