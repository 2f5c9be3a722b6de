package vermeer.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** What holds for every attack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksTest {
    /** Attacks that know nothing of the network, or look only once, need not succeed. */
    private static final Set<String> MAY_FAIL = Set.of("uniform-noise", "gaussian-noise", "fgsm");

    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "carlini-wagner", Map.of("steps", "20", "searches", "3", "weight", "1", "rate", "0.02"),
            "one-pixel", Map.of("pixels", "12", "population", "20"),
            "square", Map.of("queries", "200", "share", "0.3"),
            "universal", Map.of("side", "16"),
            "patch", Map.of("side", "60", "steps", "20", "trials", "4"));

    private final Map<Attack, AttackResult> results = new HashMap<>();
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

    static Stream<Attack> attacks() {
        return Attacks.all().stream().flatMap(attack -> Stream.of(with(attack, "picture"), with(attack, "input")));
    }

    private static Attack with(Attack attack, String space) {
        try {
            boolean sized = Settings.texts(attack).containsKey("epsilon");
            Attack eager = Settings.apply(attack, SETTINGS.getOrDefault(attack.name(), Map.of()));
            return Settings.apply(eager, sized ? Map.of("space", space, "epsilon", "9") : Map.of("space", space));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void resultsStayWithinEpsilonAndArePicturesOfTheSameSize(Attack attack) throws Exception {
        AttackResult result = untargeted(attack);
        assertEquals(result.original().width(), result.picture().width());
        assertEquals(result.original().height(), result.picture().height());
        if (attack.space() == Space.PICTURE) {
            assertEquals(ToyNetwork.picture(), result.original());
        }
        int largest = 0;
        for (int i = 0; i < result.picture().bytes().limit(); i++) {
            int before = result.original().bytes().get(i) & 0xff;
            largest = Math.max(largest, Math.abs((result.picture().bytes().get(i) & 0xff) - before));
        }
        assertEquals(result.size().lInf(), largest);
        if (attack.limit().isPresent()) {
            assertTrue(largest <= attack.limit().get().epsilon(), "changed by " + largest);
            assertTrue(result.unroundedSize().lInf() <= attack.limit().get().epsilon() + 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void successIsWhatAForwardPassOfItsOwnSays(Attack attack) throws Exception {
        AttackResult result = attack(fragile, attack, OptionalInt.empty(), Progress.none());
        if (attack.space() == Space.PICTURE) {
            assertEquals(result.found(), answer(fragile, result.picture()) != answer(fragile, ToyNetwork.picture()));
        }
        assertTrue(result.queries() + result.gradients() > 0);
        if (!MAY_FAIL.contains(attack.name())) {
            assertTrue(result.foundUnrounded(), "found nothing");
            assertTrue(result.found() || attack.space() == Space.INPUT, "rounding undid it");
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void oneClassCanBeAskedFor(Attack attack) throws Exception {
        if (!attack.targeted() || MAY_FAIL.contains(attack.name())) {
            return;
        }
        AttackResult result = attack(fragile, attack, OptionalInt.of(1), Progress.none());
        assertTrue(result.foundUnrounded());
        if (attack.space() == Space.PICTURE) {
            assertTrue(result.found());
            assertEquals(1, answer(fragile, result.picture()));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void sameSettingsGiveTheSameResult(Attack attack) throws Exception {
        AttackResult first = untargeted(attack);
        AttackResult second = attack(fragile, attack, OptionalInt.empty(), Progress.none());
        assertEquals(first.picture(), second.picture());
        assertEquals(first.queries(), second.queries());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void aNetworkThatAlwaysAnswersTheSameIsNeverFooled(Attack attack) throws Exception {
        OptionalInt target = attack.space() == Space.INPUT ? OptionalInt.of(2) : OptionalInt.empty();
        AttackResult result = attack(unattackable, attack, target, Progress.none());
        assertFalse(result.found());
        assertFalse(result.foundUnrounded());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void cancellingEndsTheSearch(Attack attack) {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> attack(unattackable, attack, OptionalInt.empty(), cancellation));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void everyAttackSaysWhatItShows(Attack attack) {
        assertFalse(attack.title().isBlank());
        assertFalse(attack.notes().shows().isBlank());
        assertFalse(attack.notes().doesNotShow().isBlank());
        assertFalse(attack.notes().cost().isBlank());
        assertTrue(
                attack.notes().paper().matches(".*\\(\\d{4}\\)"), attack.notes().paper());
        Settings.of(attack).forEach(setting -> assertFalse(setting.help().isBlank(), setting.name()));
    }

    @Test
    void namesAreUnique() {
        assertEquals(
                Attacks.all().size(),
                Attacks.all().stream()
                        .map(Attack::name)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void anEpsilonThatVanishesIsSaidTo() throws Exception {
        Attack tiny = Settings.apply(new Fgsm(), Map.of("epsilon", "0.4"));
        AttackResult result = attack(fragile, tiny, OptionalInt.empty(), Progress.none());
        assertFalse(result.found());
        assertEquals(ToyNetwork.picture(), result.picture());
        assertEquals(0, result.size().lInf());
        assertTrue(
                result.notices().get(0).contains("below 0.5 levels vanishes"),
                result.notices().toString());
    }

    private AttackResult untargeted(Attack attack) throws Exception {
        if (!results.containsKey(attack)) {
            results.put(attack, attack(fragile, attack, OptionalInt.empty(), Progress.none()));
        }
        return results.get(attack);
    }

    private static AttackResult attack(OpenModel model, Attack attack, OptionalInt target, Progress progress)
            throws Exception {
        return Attacking.on(model).attack(attack, ToyNetwork.picture(), target, progress);
    }

    private static int answer(OpenModel model, Picture picture) throws Exception {
        Tensor logits = model.scores().logits(model.preprocessing().input(picture), Progress.none());
        return Goal.answer(logits.data());
    }
}
