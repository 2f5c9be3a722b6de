package vermeer.train.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vermeer.train.RunPlan;
import vermeer.train.TrainingSettings;
import vermeer.train.feature.FeatureFile;

/** The batches of a run, whose stages follow each other; epochs are counted from 0 over all of them. */
final class StagedBatches {
    private final List<RunPlan.Stage> stages;
    private final List<Batches> batches = new ArrayList<>();

    StagedBatches(RunPlan plan, TrainingSettings settings, FeatureFile features) {
        this.stages = plan.stages().isEmpty() ? List.of(everything(plan, settings)) : plan.stages();
        stages.forEach(stage -> batches.add(new Batches(plan, settings, features, stage.pictures())));
    }

    private static RunPlan.Stage everything(RunPlan plan, TrainingSettings settings) {
        List<Integer> all =
                IntStream.range(0, plan.rows().train().size()).boxed().toList();
        return new RunPlan.Stage("", settings.epochs(), all);
    }

    /** The number of epochs of all stages. */
    int epochs() {
        return stages.stream().mapToInt(RunPlan.Stage::epochs).sum();
    }

    /** The batches of an epoch's stage. */
    Batches of(int epoch) {
        return batches.get(index(epoch));
    }

    /** What an epoch's stage is called; empty where there is only one. */
    String name(int epoch) {
        return stages.get(index(epoch)).name();
    }

    /** The training pictures of the first stage, by their places in the split. */
    List<Integer> first() {
        return stages.get(0).pictures();
    }

    /** The first epoch of an epoch's stage. */
    int beginning(int epoch) {
        return stages.subList(0, index(epoch)).stream()
                .mapToInt(RunPlan.Stage::epochs)
                .sum();
    }

    /** Whether an epoch's stage is the last one. */
    boolean last(int epoch) {
        return index(epoch) == stages.size() - 1;
    }

    /** The share of an epoch's stage that is done before a step, from 0 to 1; the schedule of rates begins anew with each. */
    double done(int epoch, double step) {
        long before = epoch - beginning(epoch);
        return (before + step / of(epoch).steps()) / stages.get(index(epoch)).epochs();
    }

    /** The steps before an epoch. */
    long steps(int epoch) {
        return IntStream.range(0, epoch).mapToLong(before -> of(before).steps()).sum();
    }

    /** The pictures of an epoch and of all that follow it, each as often as it comes. */
    long pictures(int epoch) {
        return IntStream.range(epoch, epochs())
                .mapToLong(later -> of(later).pictures())
                .sum();
    }

    private int index(int epoch) {
        int end = 0;
        for (int i = 0; i < stages.size(); i++) {
            end += stages.get(i).epochs();
            if (epoch < end) {
                return i;
            }
        }
        return stages.size() - 1;
    }
}
