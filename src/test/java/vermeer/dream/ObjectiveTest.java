package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;

/** Objectives have the value that is computed by hand and the gradient of finite differences. */
class ObjectiveTest {
    @TempDir
    static Path folder;

    private static Engine engine;
    private static OpenModel model;

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.start();
        model = ToyNetworks.random(engine, folder);
    }

    @AfterAll
    static void close() {
        model.close();
        engine.close();
    }

    @Test
    void everyFeatureHasTheGradientOfFiniteDifferences() throws Exception {
        Layer deep = ToyNetworks.layer(model, "deep");
        for (Feature feature : List.of(
                new Feature.Logit(1, "green"),
                new Feature.WholeLayer(deep),
                new Feature.Channel(deep, 4),
                new Feature.Neuron(deep, 2, 5, 9))) {
            try (Objective objective = Objective.of(model, feature, 32, 32)) {
                check(objective, picture(32, 32));
            }
        }
    }

    @Test
    void aLayerIsExcitedAtOtherSizesToo() throws Exception {
        Feature layer = new Feature.WholeLayer(ToyNetworks.layer(model, "deep"));
        try (Objective objective = Objective.of(model, layer, 24, 50)) {
            check(objective, picture(24, 50));
        }
    }

    @Test
    void networksThatReadChannelsLastAreExcitedToo() throws Exception {
        try (OpenModel last = ToyNetworks.channelsLast(engine, folder)) {
            Feature channel = new Feature.Channel(ToyNetworks.layer(last, "features"), 2);
            try (Objective objective = Objective.of(last, channel, 20, 36)) {
                check(objective, picture(20, 36));
            }
            try (Objective objective = Objective.of(last, new Feature.Logit(2, "blue"), 32, 32)) {
                check(objective, picture(32, 32));
            }
        }
    }

    @Test
    void aChannelOfARectifierIsTheMeanBeforeIt() throws Exception {
        Planes picture = picture(32, 32);
        var input = new NetworkColours(model.profile()).tensor(picture);
        var values = model.activations()
                .activations(input, List.of("read"), Progress.none())
                .activations()
                .get("read");
        double mean = 0;
        for (int i = 0; i < 256; i++) {
            mean += values.data()[3 * 256 + i] / 256.0;
        }
        Feature channel = new Feature.Channel(ToyNetworks.layer(model, "features"), 3);
        try (Objective objective = Objective.of(model, channel, 32, 32)) {
            assertEquals(mean, objective.of(picture, Progress.none()).value(), 1e-5);
        }
    }

    @Test
    void theStyleLossIsNothingForThePictureItselfAndHasTheGradientOfFiniteDifferences() throws Exception {
        StyleLoss loss = new StyleLoss(
                model,
                new NetworkColours(model.profile()),
                ToyNetworks.layer(model, "deep"),
                List.of(ToyNetworks.layer(model, "features"), ToyNetworks.layer(model, "smooth")),
                3);
        Planes content = picture(32, 32);
        Planes style = new Planes(3, 20, 28, Directions.random(9, 3 * 20 * 28, 1));
        try (Objective objective = loss.objective(content, content, Progress.none())) {
            assertEquals(0, objective.of(content, Progress.none()).value(), 1e-6);
        }
        try (Objective objective = loss.objective(content, style, Progress.none())) {
            assertTrue(objective.of(content, Progress.none()).value() > 0.01);
            check(objective, new Planes(3, 32, 32, Directions.random(12, 3 * 32 * 32, 1)));
        }
    }

    @Test
    void aGramMatrixIsTheMeanProductOfTwoChannels() throws Exception {
        Layer layer = ToyNetworks.layer(model, "features");
        Planes picture = picture(32, 32);
        var input = new NetworkColours(model.profile()).tensor(picture);
        float[] values = model.activations()
                .activations(input, List.of("features"), Progress.none())
                .activations()
                .get("features")
                .data();
        CutNetwork network = CutNetwork.of(model, List.of("features"), 32, 32);
        try (PictureGradient gram = network.gradientOf(model, StyleLoss.gram(network, layer))) {
            float[] found = gram.value(input, Progress.none()).data();
            double expected = 0;
            for (int i = 0; i < 256; i++) {
                expected += values[2 * 256 + i] * values[5 * 256 + i] / 256.0;
            }
            assertEquals(expected, found[2 * 8 + 5], 1e-4);
        }
    }

    @Test
    void aPartThatFitsOneSizeOnlySaysSo() throws Exception {
        try (OpenModel fixed = ToyNetworks.fixed(engine, folder)) {
            assertTrue(CutNetwork.takes(fixed, "features", 50, 20));
            EngineException refused =
                    assertThrows(EngineException.class, () -> Objective.of(fixed, new Feature.Logit(0, "red"), 50, 20));
            assertTrue(refused.getMessage().contains("20 x 50"), refused.getMessage());
        }
    }

    private static Planes picture(int height, int width) {
        float[] values = Directions.random(7, 3 * height * width, 1);
        for (int i = 0; i < values.length; i++) {
            values[i] += 0.5f;
        }
        return new Planes(3, height, width, values);
    }

    private static void check(Objective objective, Planes picture) throws Exception {
        float[] gradient = objective.of(picture, Progress.none()).gradient();
        Directions.check(
                values -> objective.of(picture.with(values), Progress.none()).value(),
                picture.values(),
                gradient,
                2e-3,
                3e-2);
    }
}
