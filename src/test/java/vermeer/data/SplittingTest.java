package vermeer.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplittingTest {
    private static final Path FOLDER = Path.of("photos");

    private static LabelledPicture picture(String key, int label, String part) {
        return new LabelledPicture(FOLDER.resolve(key), key, label, part);
    }

    /** So many pictures of each class, all from one part. */
    private static List<LabelledPicture> pictures(String part, int... counts) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                pictures.add(picture(part + "/c" + label + "/" + i + ".jpg", label, part));
            }
        }
        return pictures;
    }

    private static Dataset dataset(int classes, List<LabelledPicture> pictures) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            names.add("c" + i);
        }
        return new Dataset(FOLDER, names, pictures);
    }

    private static int[] sizes(Splits splits) {
        return new int[] {
            splits.size(Split.TRAIN), splits.size(Split.TRAIN_DEV), splits.size(Split.DEV), splits.size(Split.TEST)
        };
    }

    @Property(tries = 60)
    void everyPictureIsInOneSplitAndEveryClassHasItsShare(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 60) Integer> counts,
            @ForAll @DoubleRange(max = 0.3) double dev,
            @ForAll @DoubleRange(max = 0.3) double test,
            @ForAll long seed) {
        int[] wanted = counts.stream().mapToInt(count -> count).toArray();
        Dataset dataset = dataset(wanted.length, pictures("", wanted));

        Splits splits = new Splitting(SplitPlan.standard(seed).withShares(new Shares(0.1, dev, test))).of(dataset);

        assertEquals(dataset.pictures().size(), splits.assignments().size());
        assertEquals(
                dataset.pictures().size(), sizes(splits)[0] + sizes(splits)[1] + sizes(splits)[2] + sizes(splits)[3]);
        for (int label = 0; label < wanted.length; label++) {
            int held = splits.counts(Split.DEV)[label];
            assertTrue(Math.abs(held - dev * wanted[label]) <= 1, held + " of " + wanted[label]);
            assertTrue(splits.counts(Split.TRAIN)[label] >= Math.min(1, wanted[label]));
        }
    }

    @Test
    void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
        Dataset dataset = dataset(2, pictures("", 100, 40));
        Splitting one = new Splitting(SplitPlan.standard(7));

        assertEquals(one.of(dataset).assignments(), one.of(dataset).assignments());
        assertNotEquals(
                one.of(dataset).assignments(),
                new Splitting(SplitPlan.standard(8)).of(dataset).assignments());
        assertArrayEquals(new int[] {15, 6}, one.of(dataset).counts(Split.DEV));
    }

    @Test
    void foldersDecideAndTestIsNotDrawnWhereDevIsGiven() {
        List<LabelledPicture> pictures = new ArrayList<>(pictures("train", 30, 30));
        pictures.addAll(pictures("val", 10, 5));
        Dataset dataset = dataset(2, pictures);

        assertArrayEquals(new int[] {60, 0, 15, 0}, sizes(new Splitting(SplitPlan.standard(1)).of(dataset)));
        SplitPlan trainDev = SplitPlan.standard(1).withShares(new Shares(0.2, 0.2, 0.2));
        assertArrayEquals(new int[] {48, 12, 15, 0}, sizes(new Splitting(trainDev).of(dataset)));
        assertArrayEquals(
                new int[] {53, 0, 11, 11},
                sizes(new Splitting(SplitPlan.standard(1).withByFolder(false)).of(dataset)));
    }

    @Test
    void whereOnlyTestIsGivenDevIsDrawnFromTheRest() {
        List<LabelledPicture> pictures = new ArrayList<>(pictures("train", 40, 40));
        pictures.addAll(pictures("test", 10, 10));

        assertArrayEquals(
                new int[] {68, 0, 12, 20}, sizes(new Splitting(SplitPlan.standard(1)).of(dataset(2, pictures))));
    }

    @Test
    void groupsStayWhole() {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int patient = 0; patient < 40; patient++) {
            for (int shot = 0; shot <= patient % 7; shot++) {
                int label = (patient + shot) % 3;
                pictures.add(picture("c" + label + "/p" + patient + "_" + shot + ".jpg", label, ""));
            }
        }
        SplitPlan plan = SplitPlan.standard(3).withGroups(Optional.of(PathPattern.group("p{group}_*")));

        Splits splits = new Splitting(plan).of(dataset(3, pictures));

        Map<String, Set<Split>> seen = new HashMap<>();
        splits.assignments().forEach((key, split) -> seen.computeIfAbsent(
                        plan.groups().get().find(key).get(), group -> new HashSet<>())
                .add(split));
        assertTrue(seen.values().stream().allMatch(one -> one.size() == 1), seen.toString());
        double share = splits.size(Split.DEV) / (double) pictures.size();
        assertTrue(share > 0.1 && share < 0.2, "dev has " + share);
    }

    @Test
    void tiesStayTogether() {
        Dataset dataset = dataset(2, pictures("", 50, 50));
        List<List<String>> ties = List.of(
                List.of("/c0/0.jpg", "/c0/1.jpg"),
                List.of("/c0/1.jpg", "/c1/2.jpg"),
                List.of("/c1/3.jpg", "/c1/4.jpg"));

        for (int seed = 0; seed < 20; seed++) {
            Map<String, Split> splits = new Splitting(SplitPlan.standard(seed), Map.of(), ties)
                    .of(dataset)
                    .assignments();
            assertEquals(splits.get("/c0/0.jpg"), splits.get("/c1/2.jpg"));
            assertEquals(splits.get("/c1/3.jpg"), splits.get("/c1/4.jpg"));
        }
    }

    @Test
    void devAndTestComeFromTheTargetAndTrainDevFromTheRest() {
        List<LabelledPicture> pictures = new ArrayList<>(pictures("web", 200, 200));
        pictures.addAll(pictures("clinic", 40, 40));
        SplitPlan plan =
                SplitPlan.standard(5).withShares(new Shares(0.1, 0.25, 0.25)).withTarget(Set.of("clinic"));

        Splits splits = new Splitting(plan).of(dataset(2, pictures));

        assertArrayEquals(new int[] {400, 40, 20, 20}, sizes(splits));
        assertTrue(splits.dev().stream().allMatch(picture -> picture.part().equals("clinic")));
        assertTrue(splits.test().forChecks().stream()
                .allMatch(picture -> picture.part().equals("clinic")));
        assertTrue(splits.trainDev().stream().allMatch(picture -> picture.part().equals("web")));
    }

    @Test
    void picturesThatComeLaterMoveNoneThatWasThere() {
        Dataset before = dataset(2, pictures("", 60, 60));
        Splits first = new Splitting(SplitPlan.standard(2)).of(before);
        Dataset after = dataset(2, pictures("", 90, 70));

        Map<String, Split> later = new Splitting(SplitPlan.standard(2), first.assignments(), List.of())
                .of(after)
                .assignments();

        first.assignments().forEach((key, split) -> assertEquals(split, later.get(key), key));
        assertEquals(160, later.size());
    }

    @Test
    void oneOrTwoPicturesOfAClassAreForTraining() {
        Splits splits = new Splitting(SplitPlan.standard(2)).of(dataset(3, pictures("", 1, 2, 30)));

        assertArrayEquals(new int[] {1, 2}, new int[] {splits.counts(Split.TRAIN)[0], splits.counts(Split.TRAIN)[1]});
    }

    @Test
    void aLookAtTestIsRecordedFirst() throws Exception {
        List<Look> looks = new ArrayList<>();
        LockedTest test = new LockedTest(pictures("", 2));

        assertEquals(2, test.open(LookLog.into(looks), "a test").size());
        assertEquals("a test", looks.get(0).who());
    }
}
