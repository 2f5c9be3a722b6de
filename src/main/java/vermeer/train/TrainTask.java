package vermeer.train;

/** What a train worker is asked: to go on with the run in a folder, however far it has come. */
public record TrainTask(String folder) {
    /** The name of the task. */
    public static final String TRAIN = "train";
}
