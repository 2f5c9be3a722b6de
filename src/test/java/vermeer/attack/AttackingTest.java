package vermeer.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attack.corruption.Corruptions;
import vermeer.attack.corruption.Stability;
import vermeer.attack.defence.Defence;
import vermeer.attack.defence.Defences;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.image.PictureReader;
import vermeer.image.Pixels;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** What is asked beside and after attacks, on networks that are known by heart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackingTest {
    private Engine engine;
    private OpenModel fragile;
    private OpenModel unattackable;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        engine = Engine.start();
        fragile = ToyNetwork.fragile(engine, folder);
        unattackable = ToyNetwork.unattackable(engine, folder);
    }

    @AfterAll
    void close() {
        fragile.close();
        unattackable.close();
        engine.close();
    }

    @Test
    void gradientCarriedBackToThePictureIsTheSlopeOfTheLogits() throws Exception {
        Attempt attempt = attempt(new Fgsm());
        float[] seed = {1, -0.5f, 0.25f};
        float[] at = attempt.clean().clone();
        Slope slope = attempt.slope(at, seed, Progress.none());
        for (int i = 5; i < at.length; i += 131) {
            double difference = (value(attempt, at, i, 0.05f, seed) - value(attempt, at, i, -0.05f, seed)) / 0.1;
            assertEquals(difference, slope.gradient()[i], 2e-3 + 0.02 * Math.abs(difference), "level " + i);
        }
    }

    @Test
    void severalGradientsOfOnePassEqualThoseOfManyPasses() throws Exception {
        Tensor input = fragile.preprocessing().input(ToyNetwork.picture());
        Tensor batch = Tensor.concat(List.of(input, input));
        Tensor seeds = new Tensor(new int[] {2, 2, 3}, new float[] {1, 0, 0, 0, 1, 0, 0.5f, -1, 0, 0, 0, 2});
        var several = fragile.gradients().orElseThrow().gradients(batch, seeds, Progress.none());
        assertEquals(2, several.inputs().size());
        for (int picture = 0; picture < 2; picture++) {
            for (int sum = 0; sum < 2; sum++) {
                List<Target.Term> terms = new ArrayList<>();
                for (int index = 0; index < 3; index++) {
                    terms.add(new Target.Term(index, "", seeds.data()[(picture * 2 + sum) * 3 + index]));
                }
                Tensor single = fragile.gradients()
                        .orElseThrow()
                        .gradient(input, new Target(terms), Progress.none())
                        .input();
                Tensor found = several.inputs().get(sum).item(picture);
                for (int i = 0; i < single.data().length; i++) {
                    assertEquals(single.data()[i], found.data()[i], 1e-6);
                }
            }
        }
    }

    @Test
    void resultSavedAndOpenedAgainGivesTheSameAnswer(@TempDir Path folder) throws Exception {
        AttackResult result = attack(new Pgd());
        Path file = folder.resolve("result.png");
        Pixels.of(result.picture()).writePng(file);
        Picture read = new PictureReader((path, progress) -> null).decode(file, Progress.none());
        assertEquals(result.picture(), read);
        Tensor logits = fragile.scores().logits(fragile.preprocessing().input(read), Progress.none());
        assertEquals(result.rounded(), logits);
    }

    @Test
    void oneLevelLessThanTheSmallestEpsilonIsNotEnough() throws Exception {
        Tensor clean = fragile.scores().logits(fragile.preprocessing().input(ToyNetwork.picture()), Progress.none());
        Goal goal = Goal.anyBut(Goal.answer(clean.data()));
        Bim bim = new Bim();
        SmallestEpsilon smallest = SmallestEpsilon.of(
                        Attacking.on(fragile), bim, ToyNetwork.picture(), goal, clean, Progress.none())
                .orElseThrow();
        assertTrue(smallest.result().found());
        assertTrue(smallest.epsilon() > 1, "the toy needs more than " + smallest.epsilon());
        Attack less = SmallestEpsilon.withEpsilon(bim, smallest.epsilon() - 1);
        assertFalse(attack(less).found());
        assertEquals(
                Optional.empty(),
                SmallestEpsilon.of(
                        Attacking.on(unattackable), bim, ToyNetwork.picture(), goal, clean, Progress.none()));
    }

    @Test
    void curveCountsPicturesAndItsBandHoldsTheShare() throws Exception {
        EpsilonCurve curve = EpsilonCurve.at(List.of(8.0, 0.25));
        assertEquals(List.of(0.25, 8.0), curve.epsilons());
        for (int i = 0; i < 4; i++) {
            List<AttackResult> results = new ArrayList<>();
            for (double epsilon : curve.epsilons()) {
                results.add(attack(SmallestEpsilon.withEpsilon(new Bim(), epsilon)));
            }
            curve = curve.plus(results);
        }
        assertEquals(1, curve.points().get(0).accuracy().value());
        assertEquals(0, curve.points().get(1).accuracy().value());
        // Wilson's interval of 0 of 4 at 95 %
        assertEquals(0.4899, curve.points().get(1).accuracy().high(), 1e-4);
    }

    @Test
    void onePatternFoolsAllPictures() throws Exception {
        List<AttackResult> results = new ArrayList<>();
        List<Picture> pictures = List.of(ToyNetwork.picture(), ToyNetwork.picture());
        Attacking.on(fragile)
                .attackAll(
                        new Universal(9, 5, 0.1, 50, 16, Space.PICTURE),
                        pictures,
                        OptionalInt.empty(),
                        (index, result) -> results.add(result),
                        Progress.none());
        assertEquals(2, results.size());
        assertTrue(results.stream().allMatch(AttackResult::found));
        assertEquals(16, results.get(0).pattern().orElseThrow().width());
        assertEquals(results.get(0).pattern(), results.get(1).pattern());
    }

    @Test
    void anotherNetworkIsFooledOnlyIfItsAnswerChanges() throws Exception {
        AttackResult result = attack(new Pgd());
        assertTrue(Afterwards.transferred(Attacking.on(fragile), result, Progress.none())
                .found());
        assertFalse(Afterwards.transferred(Attacking.on(unattackable), result, Progress.none())
                .found());
    }

    @Test
    void anAttackThatKnowsOfADefenceWorksThroughIt() throws Exception {
        Attack strong = SmallestEpsilon.withEpsilon(new Pgd(), 40);
        AttackResult result = attack(strong);
        for (Defence defence : Defences.all()) {
            DefenceTrial trial = DefenceTrial.of(
                    Attacking.on(fragile), defence, strong, ToyNetwork.picture(), result, Progress.none());
            for (double share : new double[] {trial.cleanKept(), trial.survives(), trial.survivesKnowing()}) {
                assertTrue(share >= 0 && share <= 1);
            }
            assertTrue(
                    trial.survivesKnowing() >= trial.survives() - 0.3 || defence.random(),
                    defence.name() + " " + trial);
        }
        Defence whitening = new Defence("white", "White", false, (picture, draw) -> {
            byte[] rgb = new byte[picture.bytes().limit()];
            Arrays.fill(rgb, (byte) 255);
            return Picture.of(picture.width(), picture.height(), rgb);
        });
        DefenceTrial blind = DefenceTrial.of(
                Attacking.on(fragile), whitening, strong, ToyNetwork.picture(), result, Progress.none());
        assertEquals(blind.survives(), blind.survivesKnowing());
    }

    @Test
    void breakingPointLiesWhereTheAnswerChanges() throws Exception {
        var blur = Corruptions.named("motion-blur").orElseThrow();
        Stability stability =
                Stability.of(fragile, fragile.preprocessing(), ToyNetwork.picture(), blur, 8, 0, Progress.none());
        assertEquals(9, stability.samples().size());
        assertEquals(0, stability.samples().get(0).strength());
        assertTrue(stability.below().isEmpty());
        double breaking = stability.above().orElseThrow();
        assertEquals(stability.label(), answer(blur.apply(ToyNetwork.picture(), 0, 0)));
        assertTrue(answer(blur.apply(ToyNetwork.picture(), breaking, 0)) != stability.label());
        Stability never =
                Stability.of(unattackable, fragile.preprocessing(), ToyNetwork.picture(), blur, 4, 0, Progress.none());
        assertTrue(never.above().isEmpty());
    }

    private int answer(Picture picture) throws Exception {
        return Goal.answer(fragile.scores()
                .logits(fragile.preprocessing().input(picture), Progress.none())
                .data());
    }

    private AttackResult attack(Attack attack) throws Exception {
        Attack strong =
                attack instanceof Pgd pgd && pgd.epsilon() < 9 ? SmallestEpsilon.withEpsilon(attack, 9) : attack;
        return Attacking.on(fragile).attack(strong, ToyNetwork.picture(), OptionalInt.empty(), Progress.none());
    }

    private Attempt attempt(Attack attack) throws Exception {
        Tensor clean = fragile.scores().logits(fragile.preprocessing().input(ToyNetwork.picture()), Progress.none());
        return Attempt.of(attack, fragile, fragile.preprocessing(), ToyNetwork.picture(), Goal.anyBut(0), clean.data());
    }

    private static double value(Attempt attempt, float[] at, int index, float by, float[] seed) throws Exception {
        float[] moved = at.clone();
        moved[index] += by;
        float[] logits = attempt.logits(List.of(moved), Progress.none()).get(0);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += (double) seed[i] * logits[i];
        }
        return sum;
    }
}
