package vermeer.train;

import java.util.List;
import java.util.Map;
import vermeer.train.cut.NewHead;

/**
 * Everything that a run depends on; {@code run.json} in its folder.
 *
 * @param version of this file's form
 * @param model where the network comes from
 * @param cut the cut's value and name
 * @param inputs the number of features that the head reads
 * @param classes the classes' names, in the order of the labels
 * @param settings as texts by name; see {@link TrainingSettings}
 * @param threads how many the engine computes with; another number gives other roundings
 * @param features the cached values
 * @param rows the pictures of each split
 * @param stages what is learned from, one after the other; empty where there is one stage with everything
 * @param shifts what is added to the trained head's biases, by class, because balancing changed the class frequencies
 * @param answers how the tuned network's answers are read; empty as they come, null in runs of before
 */
public record RunPlan(
        int version,
        Model model,
        CutAt cut,
        int inputs,
        List<String> classes,
        Map<String, String> settings,
        int threads,
        Features features,
        Rows rows,
        List<Stage> stages,
        List<Double> shifts,
        String answers) {
    /** The present form of the file; stages came with the second. */
    public static final int VERSION = 2;

    public RunPlan {
        stages = stages == null ? List.of() : List.copyOf(stages);
    }

    /** The source network: its file, what it is called, its hash; the tuned model's profile as JSON. */
    public record Model(String file, String name, String sha256, String profile) {}

    /** Where it is cut, and how many parameters are trained. */
    public record CutAt(String value, String name, long parameters) {}

    /**
     * The cached values.
     *
     * @param file where they lie
     * @param shape of one picture's value
     * @param sha256 of the file's bytes
     */
    public record Features(String file, int[] shape, String sha256) {

        /** The number of values in one row. */
        public int item() {
            int item = 1;
            for (int extent : shape) {
                item = Math.multiplyExact(item, extent);
            }
            return item;
        }
    }

    /**
     * The pictures, in the order of the cache's rows: train with its forms, then train-dev, then dev.
     *
     * @param folder the folder that keys start from
     * @param forms how many rows each training picture has, itself first, then changed; the other splits have one each
     * @param mixed what is laid over forms of training pictures, by row
     */
    public record Rows(
            String folder, Part train, List<Integer> forms, Map<Integer, Mixed> mixed, Part trainDev, Part dev) {}

    /** A part of another class in a form of a picture: its label and its share, 0 to 0.5. */
    public record Mixed(int label, double share) {}

    /**
     * A part of the run.
     *
     * @param name for people
     * @param epochs how many
     * @param pictures which training pictures are used, by their places in the split
     */
    public record Stage(String name, int epochs, List<Integer> pictures) {}

    /** Pictures of one split: their keys and labels. */
    public record Part(List<String> keys, List<Integer> labels) {

        /** How many there are. */
        public int size() {
            return keys.size();
        }

        /** The labels as an array. */
        public int[] labelArray() {
            return labels.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** A trained head whose answers are corrected for changed class frequencies. */
    public NewHead corrected(NewHead trained) {
        float[] bias = trained.bias().clone();
        for (int i = 0; i < bias.length; i++) {
            bias[i] += (float) shifts.get(i).doubleValue();
        }
        return new NewHead(trained.inputs(), trained.classes(), trained.weights(), bias);
    }

    /** The first row of each training picture: itself, as it is. */
    public int[] trainRows() {
        int[] first = new int[rows.forms().size()];
        for (int i = 1; i < first.length; i++) {
            first[i] = first[i - 1] + rows.forms().get(i - 1);
        }
        return first;
    }

    /** The first row of train-dev. */
    public int trainDevRow() {
        return rows.forms().stream().mapToInt(Integer::intValue).sum();
    }

    /** The first row of dev. */
    public int devRow() {
        return trainDevRow() + rows.trainDev().size();
    }

    /** The number of rows of all splits. */
    public int rowCount() {
        return devRow() + rows.dev().size();
    }
}
