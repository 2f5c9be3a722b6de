package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.setting.Setting;
import vermeer.setting.Settings;

/** What is foretold of a method's cost, beside what it really asks of a network that counts. */
class ExpectedPassesTest {
    private static final int SIDE = PlantedNetwork.SIDE;
    /** A gradient pass counts as one here, and a fixed one or two passes are not foretold. */
    private static final double SLACK = 2 * ExpectedPasses.OF_A_GRADIENT;

    /** What a single pass through a propagated graph may count as; the network counts it as one. */
    private static final long ONE_PASS = 5 * ExpectedPasses.OF_A_GRADIENT;

    private static final Map<String, String> SMALL =
            Map.of("masks", "60", "samples", "60", "steps", "60", "design", "8", "cells", "4", "segments", "8");

    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(network.picture(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));

    static List<AttributionMethod> methods() {
        return AttributionMethods.all();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isNearWhatTheNetworkIsAsked(AttributionMethod method) throws Exception {
        AttributionMethod small = method;
        for (Setting setting : Settings.of(method)) {
            if (SMALL.containsKey(setting.name())) {
                small = Settings.apply(small, Map.of(setting.name(), SMALL.get(setting.name())));
            }
        }
        assumeTrue(small.unavailable(network).isEmpty());
        small.explain(network, subject, Sketch.none(), Progress.none());
        long expected = ExpectedPasses.of(small, network);
        int asked = network.passes().get() * network.largestBatch().get();
        assertTrue(
                (expected <= ONE_PASS || expected <= SLACK * (asked + 1)) && asked <= SLACK * (expected + 1),
                small.name() + " asks " + asked + ", expected were " + expected);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void methodsOfManyPicturesAreForetoldByTheirSettings(AttributionMethod method) throws Exception {
        for (Setting setting : Settings.of(method)) {
            if (List.of("masks", "samples", "steps", "design").contains(setting.name())) {
                AttributionMethod twice = Settings.apply(
                        method, Map.of(setting.name(), Integer.toString(2 * Integer.parseInt(setting.initial()))));
                assertEquals(2 * ExpectedPasses.of(method, network), ExpectedPasses.of(twice, network), method.name());
            }
        }
    }
}
