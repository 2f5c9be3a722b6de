package vermeer.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Training in two stages: first on many pictures with weak labels, of which some are wrong, then on the few with precise ones.
 *
 * @param weak the parts whose labels are weak; none: one stage on everything
 */
public record Stages(Set<String> weak) {

    /**
     * One stage.
     *
     * @param title for people
     * @param training what is learned from
     */
    public record Stage(String title, List<Example> training) {
        public Stage {
            training = List.copyOf(training);
        }
    }

    public Stages {
        weak = Set.copyOf(weak);
    }

    /** The stages in their order; the second leaves out all weak labels. Stages without pictures are left out. */
    public List<Stage> of(Splits splits) {
        List<Example> first = new ArrayList<>();
        List<Example> second = new ArrayList<>(splits.synthetic());
        for (LabelledPicture picture : splits.train()) {
            (weak.contains(picture.part()) ? first : second).add(picture);
        }
        if (first.isEmpty() || second.isEmpty()) {
            return List.of(new Stage("All labels", first.isEmpty() ? second : first));
        }
        return List.of(new Stage("Weak labels", first), new Stage("Precise labels", second));
    }
}
