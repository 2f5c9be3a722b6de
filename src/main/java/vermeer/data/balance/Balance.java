package vermeer.data.balance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about unequal classes and unequal mistakes.
 *
 * @param balancing what training does about unequal classes
 * @param corrected whether predictions are corrected for class frequencies that balancing changed
 * @param merged new names of classes by their names; classes with the same new name become one
 * @param ignored classes to leave out
 * @param atTraining whether merged and ignored classes are so for training already, or at prediction only
 * @param costs what mistakes cost, for the classes that are left; every mistake the same where there is none
 */
public record Balance(
        Balancing balancing,
        boolean corrected,
        Map<String, String> merged,
        Set<String> ignored,
        boolean atTraining,
        Optional<CostMatrix> costs) {

    public Balance {
        merged = Map.copyOf(merged);
        ignored = Set.copyOf(ignored);
    }

    /** Everything as it is; if classes are balanced later, predictions are corrected. */
    public static Balance none() {
        return new Balance(Balancing.NONE, true, Map.of(), Set.of(), true, Optional.empty());
    }

    public Balance withBalancing(Balancing newBalancing) {
        return new Balance(newBalancing, corrected, merged, ignored, atTraining, costs);
    }

    public Balance withCorrected(boolean newCorrected) {
        return new Balance(balancing, newCorrected, merged, ignored, atTraining, costs);
    }

    public Balance withClasses(Map<String, String> newMerged, Set<String> newIgnored) {
        return new Balance(balancing, corrected, newMerged, newIgnored, atTraining, Optional.empty());
    }

    public Balance withAtTraining(boolean newAtTraining) {
        return new Balance(balancing, corrected, merged, ignored, newAtTraining, costs);
    }

    public Balance withCosts(Optional<CostMatrix> newCosts) {
        return new Balance(balancing, corrected, merged, ignored, atTraining, newCosts);
    }

    /** Merged and ignored classes as a map of these classes. */
    public ClassMap map(List<String> classes) {
        return ClassMap.of(classes, merged, ignored);
    }

    /**
     * How answers of a network are read that was trained so.
     *
     * @param classes the classes that the network knows
     * @param trainCounts how many pictures of each it was trained on, before balancing
     */
    public AnswerRule rule(List<String> classes, int[] trainCounts) {
        Optional<PriorCorrection> correction = corrected && balancing.changesFrequencies()
                ? Optional.of(PriorCorrection.undoing(balancing, trainCounts))
                : Optional.empty();
        ClassMap atPrediction = atTraining ? ClassMap.of(classes, Map.of(), Set.of()) : map(classes);
        return new AnswerRule(
                correction,
                atPrediction,
                costs.filter(matrix -> matrix.classes().equals(atPrediction.to())),
                balancing.changesFrequencies());
    }
}
