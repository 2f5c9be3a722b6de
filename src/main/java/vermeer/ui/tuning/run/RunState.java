package vermeer.ui.tuning.run;

/** Where a run is. */
public enum RunState {
    /** Its turn has not come yet. */
    WAITING("waiting"),
    /** The frozen part looks at the photos. */
    PREPARING("getting ready"),
    /** Epochs pass. */
    TRAINING("running"),
    /** It can go on. */
    PAUSED("paused"),
    /** The parts are joined and checked. */
    JOINING("joining"),
    /** There is a tuned model. */
    DONE("done"),
    /** There is a tuned model of the epochs until it was stopped. */
    STOPPED("stopped"),
    /** Something went wrong. */
    FAILED("failed");

    private final String text;

    RunState(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** Whether something is being computed. */
    boolean busy() {
        return this == PREPARING || this == TRAINING || this == JOINING;
    }

    /** Whether there is a tuned model. */
    boolean finished() {
        return this == DONE || this == STOPPED;
    }
}
