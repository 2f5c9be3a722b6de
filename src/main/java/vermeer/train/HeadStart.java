package vermeer.train;

/** What the new head starts from. */
public enum HeadStart {
    /** A regression where more than the head is trained, else zero. */
    AUTO,
    /** All weights 0: every class equally probable. */
    ZERO,
    /**
     * Softmax regression on the features as they are: the tail is then not disturbed by a head that knows nothing (Kumar et
     * al. 2022, "linear probing, then fine-tuning").
     */
    REGRESSION
}
