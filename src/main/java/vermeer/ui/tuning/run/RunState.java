package vermeer.ui.tuning.run;

/** Where a run is. */
public enum RunState {
    /** None has begun. */
    IDLE,
    /** The frozen part looks at the photos. */
    PREPARING,
    /** Epochs pass. */
    TRAINING,
    /** It can go on. */
    PAUSED,
    /** The parts are joined and checked. */
    JOINING,
    /** There is a tuned model. */
    DONE;

    /** Whether something is being computed. */
    boolean busy() {
        return this == PREPARING || this == TRAINING || this == JOINING;
    }
}
