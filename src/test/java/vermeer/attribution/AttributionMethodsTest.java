package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.setting.Kind;
import vermeer.setting.Setting;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** What holds for every method, on every kind of model. */
class AttributionMethodsTest {
    private static final Region REGION = new Region(10, 20, 300, 300);

    /** A method on a kind of network. */
    record Case(AttributionMethod method, PlantedNetwork network) {
        Attribution explain(int classIndex, Progress progress) throws Exception {
            return method.explain(network, subject(classIndex), Sketch.none(), progress);
        }

        Subject subject(int classIndex) {
            return new Subject(
                    network.picture(),
                    REGION,
                    Target.of(classIndex, network.classNames().get(classIndex)));
        }

        @Override
        public String toString() {
            return method.name() + " on " + network.layout() + (network.tokens() ? " with tokens" : "");
        }
    }

    static Stream<AttributionMethod> methods() {
        return AttributionMethods.all().stream();
    }

    /** Fewer samples for the methods that take thousands, so that the contract is checked in seconds. */
    private static final Map<String, Map<String, String>> FEWER = Map.of(
            "expected-gradients", Map.of("samples", "60"),
            "rise", Map.of("masks", "800"),
            "lime", Map.of("samples", "300"),
            "kernel-shap", Map.of("samples", "300"),
            "sobol", Map.of("design", "8"),
            "meaningful-perturbation", Map.of("steps", "60"));

    private static AttributionMethod withFewerSamples(AttributionMethod method) {
        try {
            return Settings.apply(method, FEWER.getOrDefault(method.name(), Map.of()));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Stream<Case> cases() {
        return methods()
                .map(AttributionMethodsTest::withFewerSamples)
                .flatMap(method -> Stream.of(
                        new Case(method, new PlantedNetwork(Layout.NCHW, false)),
                        new Case(method, new PlantedNetwork(Layout.NHWC, false)),
                        new Case(method, new PlantedNetwork(Layout.NCHW, true))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mapIsFiniteAndCoversTheRegion(Case given) throws Exception {
        Attribution attribution = given.explain(0, Progress.none());
        Heatmap map = attribution.map();
        assertEquals(REGION, map.region());
        assertFalse(map.meaning().isBlank());
        assertTrue(map.height() == PlantedNetwork.SIDE || map.height() == PlantedNetwork.GRID);
        assertEquals(map.height(), map.width());
        for (float value : map.values()) {
            assertTrue(Float.isFinite(value));
        }
        attribution
                .channels()
                .ifPresent(channels -> assertArrayEquals(given.network().inputShape(), channels.shape()));
    }

    /** Eigen-CAM knows no class, and VarGrad is zero where the network is linear, as the planted one is around its picture. */
    static Stream<Case> casesThatKnowTheClass() {
        return cases().filter(given ->
                !Set.of("eigen-cam", "vargrad").contains(given.method().name()));
    }

    @ParameterizedTest
    @MethodSource("casesThatKnowTheClass")
    void plantedEvidenceIsFound(Case given) throws Exception {
        for (int classIndex = 0; classIndex < 2; classIndex++) {
            Heatmap map = given.explain(classIndex, Progress.none()).map();
            double inside = mean(map, classIndex, true);
            double outside = mean(map, classIndex, false);
            assertTrue(
                    inside > 2 * Math.abs(outside),
                    "class " + classIndex + ": " + inside + " inside, " + outside + " outside");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameSubjectAndSettingsGiveTheSameMapToTheBit(Case given) throws Exception {
        assertEquals(given.explain(1, Progress.none()), given.explain(1, Progress.none()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noBatchIsLargerThanPlanned(Case given) throws Exception {
        given.explain(0, Progress.none());
        assertTrue(
                given.network().largestBatch().get() <= given.network().plannedBatch(),
                given.network().largestBatch() + " pictures");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCancelledMethodStopsBeforeItsNextBatch(Case given) throws Exception {
        Cancellation before = new Cancellation();
        before.cancel();
        assertThrows(CancelledException.class, () -> given.explain(0, before));
        assertEquals(0, given.network().passes().get());
        given.explain(0, Progress.none());
        int wholePasses = given.network().passes().getAndSet(0);
        Cancellation[] during = new Cancellation[1];
        during[0] = new Cancellation((done, total) -> during[0].cancel());
        if (wholePasses > 3) {
            assertThrows(CancelledException.class, () -> given.explain(0, during[0]));
            assertTrue(given.network().passes().get() <= 2, given.network().passes() + " passes after cancelling");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void progressGrowsToItsEnd(Case given) throws Exception {
        List<Double> shares = new ArrayList<>();
        given.explain(0, new Cancellation((done, total) -> shares.add((double) done / total)));
        for (int i = 1; i < shares.size(); i++) {
            assertTrue(shares.get(i) >= shares.get(i - 1) - 1e-4, shares.toString());
        }
        if (!shares.isEmpty()) {
            assertEquals(1, shares.get(shares.size() - 1), 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void settingsDescribeThemselvesAndRoundTrip(AttributionMethod method) throws SettingException {
        for (Setting setting : Settings.of(method)) {
            assertTrue(setting.help().endsWith("."), setting.name() + " has no help");
            assertEquals(setting.initial(), Settings.texts(method).get(setting.name()));
            AttributionMethod changed = Settings.apply(method, Map.of(setting.name(), another(setting)));
            assertEquals(another(setting), Settings.texts(changed).get(setting.name()));
            assertEquals(method, Settings.apply(changed, Settings.texts(method)));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void notesAreComplete(AttributionMethod method) {
        MethodNotes notes = method.notes();
        assertTrue(notes.shows().endsWith("."));
        assertTrue(notes.doesNotShow().endsWith("."));
        assertTrue(notes.cost().endsWith("."));
        assertTrue(notes.paper().matches("(?s).*\\(\\d{4}\\).*"), notes.paper());
        assertFalse(method.title().isBlank());
    }

    @Test
    void namesAreUniqueAndFitFileNames() {
        List<String> names = methods().map(AttributionMethod::name).toList();
        assertEquals(names.size(), names.stream().distinct().count());
        names.forEach(name -> assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name));
        names.forEach(name ->
                assertSame(name, AttributionMethods.named(name).orElseThrow().name()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void methodsThatNeedGradientsSayWhyAModelHasNone(AttributionMethod method) {
        ScoresOnly model = new ScoresOnly(new PlantedNetwork(Layout.NCHW, false));
        assertEquals(
                method instanceof GradientMethod,
                method.unavailable(model)
                        .filter(model.noGradientReason()::equals)
                        .isPresent());
    }

    @Test
    void everyMethodIsListed() {
        Set<Class<?>> listed = methods().map(AttributionMethod::getClass).collect(Collectors.toSet());
        Set<Class<?>> written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vermeer.attribution")
                        .stream()
                        .filter(type -> type.isAssignableTo(AttributionMethod.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        assertEquals(written, listed);
    }

    private static String another(Setting setting) {
        Kind kind = setting.kind();
        if (kind instanceof Kind.Choice choice) {
            return choice.names().stream()
                    .filter(name -> !name.equals(setting.initial()))
                    .findFirst()
                    .orElseThrow();
        }
        if (kind instanceof Kind.Flag) {
            return "" + !Boolean.parseBoolean(setting.initial());
        }
        if (kind instanceof Kind.Whole whole) {
            long initial = Long.parseLong(setting.initial());
            return ""
                    + (setting.name().equals("window")
                            ? initial * 2
                            : initial > whole.min() ? initial - 1 : initial + 1);
        }
        if (kind instanceof Kind.Real real) {
            return "" + (real.min() + real.max()) / 4;
        }
        return "another";
    }

    private static double mean(Heatmap map, int classIndex, boolean inside) {
        int scale = PlantedNetwork.SIDE / map.height();
        double sum = 0;
        int count = 0;
        for (int row = 0; row < map.height(); row++) {
            for (int column = 0; column < map.width(); column++) {
                if (PlantedNetwork.evidence(classIndex, row * scale, column * scale) == inside) {
                    sum += map.at(row, column);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
