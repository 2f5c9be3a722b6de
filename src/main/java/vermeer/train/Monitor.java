package vermeer.train;

/** The measure by which epochs are compared: on dev, or on what is held out of training where there is no dev. */
public enum Monitor {
    /** The share of pictures answered rightly; where equal, the lower loss. */
    ACCURACY,
    /** The mean of the classes' recalls; where equal, the lower loss. */
    BALANCED_ACCURACY,
    /** The mean cross-entropy; lower is better. */
    LOSS
}
