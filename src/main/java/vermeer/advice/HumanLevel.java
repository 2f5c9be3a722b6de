package vermeer.advice;

import vermeer.evaluation.Interval;

/**
 * The error of the best people, which stands for the best possible error.
 *
 * @param error its interval has no width where somebody simply knows it
 * @param source where it comes from, in words, such as {@code entered}
 */
public record HumanLevel(Interval error, String source) {

    /** Known from elsewhere. */
    public static HumanLevel entered(double error) {
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("an error is a share from 0 to 1, not " + error);
        }
        return new HumanLevel(new Interval(error, error, error), "entered");
    }

    /** Measured by letting somebody label pictures. */
    public static HumanLevel measured(ErrorCount count) {
        return new HumanLevel(count.rate(), "measured on " + count.pictures() + " pictures");
    }

    /** Nobody said; people are taken to make no mistakes, so bias is at most what it seems. */
    public static HumanLevel assumed() {
        return new HumanLevel(new Interval(0, 0, 0), "assumed, because none was given");
    }
}
