package vermeer.data;

import java.util.Optional;
import java.util.Set;

/**
 * How pictures are split. What the folders give is kept; what they don't give is drawn by chance.
 *
 * @param byFolder whether folders called train, val, dev or test decide, where there are any
 * @param shares how much is held out where chance decides
 * @param groups finds what pictures share that must end up in one split; every picture for itself where there is none
 * @param target the parts that pictures of the place of use come from: dev and test are drawn from these, train-dev from the
 *     others; where it is empty, all are drawn from all
 * @param stratified whether every class is split in the same shares
 * @param seed of the drawing; the same seed gives the same split
 */
public record SplitPlan(
        boolean byFolder,
        Shares shares,
        Optional<PathPattern> groups,
        Set<String> target,
        boolean stratified,
        long seed) {

    public SplitPlan {
        target = Set.copyOf(target);
    }

    /** By folder where folders say, else stratified by chance: 70 % train, 15 % dev, 15 % test. */
    public static SplitPlan standard(long seed) {
        return new SplitPlan(true, new Shares(), Optional.empty(), Set.of(), true, seed);
    }

    public SplitPlan withByFolder(boolean newByFolder) {
        return new SplitPlan(newByFolder, shares, groups, target, stratified, seed);
    }

    public SplitPlan withShares(Shares newShares) {
        return new SplitPlan(byFolder, newShares, groups, target, stratified, seed);
    }

    public SplitPlan withGroups(Optional<PathPattern> newGroups) {
        return new SplitPlan(byFolder, shares, newGroups, target, stratified, seed);
    }

    public SplitPlan withTarget(Set<String> newTarget) {
        return new SplitPlan(byFolder, shares, groups, newTarget, stratified, seed);
    }

    public SplitPlan withStratified(boolean newStratified) {
        return new SplitPlan(byFolder, shares, groups, target, newStratified, seed);
    }

    public SplitPlan withSeed(long newSeed) {
        return new SplitPlan(byFolder, shares, groups, target, stratified, newSeed);
    }
}
