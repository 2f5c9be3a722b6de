package vermeer.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.Setting;
import vermeer.setting.Settings;

/** What holds of every dream, and what each finds where the best picture is known. */
class DreamsTest {
    @TempDir
    static Path folder;

    private static Engine engine;
    private static OpenModel colours;
    private static OpenModel random;

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.start();
        colours = ToyNetworks.colours(engine, folder);
        random = ToyNetworks.random(engine, folder);
    }

    @AfterAll
    static void close() {
        colours.close();
        random.close();
        engine.close();
    }

    @Test
    void everyDreamRepeatsToTheBit() throws Exception {
        for (Dream dream : quick()) {
            List<Frame> frames = new ArrayList<>();
            Dreamt once = dream.make(random, subject(dream), frames::add, Progress.none());
            Dreamt again = dream.make(random, subject(dream), Frames.none(), Progress.none());
            assertEquals(once, again, dream.name());
            assertTrue(frames.size() > 1, dream.name());
            assertEquals(once.picture(), frames.get(frames.size() - 1).picture(), dream.name());
            assertFalse(once.facts().isEmpty(), dream.name());
        }
    }

    @Test
    void anotherSeedGivesAnotherPicture() throws Exception {
        for (Dream dream : quick()) {
            if (!Settings.texts(dream).containsKey("seed")) {
                continue;
            }
            DreamSubject subject = new DreamSubject(subject(dream).feature(), Optional.empty(), Optional.empty());
            DreamSubject fitting = dream.needs().picture() == Needs.Use.MUST ? subject(dream) : subject;
            Dream other = Settings.apply(dream, Map.of("seed", "77"));
            assertNotEquals(
                    dream.make(random, fitting, Frames.none(), Progress.none()).picture(),
                    other.make(random, fitting, Frames.none(), Progress.none()).picture(),
                    dream.name());
        }
    }

    @Test
    void everyDreamEndsWhenItIsCancelled() throws Exception {
        for (Dream dream : quick()) {
            Cancellation cancellation = new Cancellation();
            assertThrows(
                    CancelledException.class,
                    () -> dream.make(random, subject(dream), frame -> cancellation.cancel(), cancellation),
                    dream.name());
        }
    }

    @Test
    void everyDreamIsNamedExplainedAndRefusesWhatItCannotBeMadeFor() {
        Set<String> names = new HashSet<>();
        for (Dream dream : Dreams.all()) {
            assertTrue(names.add(dream.name()));
            assertEquals(Optional.of(dream), Dreams.named(dream.name()));
            assertTrue(
                    dream.notes().paper().matches(".+\\(\\d{4}\\)"),
                    dream.notes().paper());
            for (Setting setting : Settings.of(dream)) {
                assertTrue(setting.help().endsWith("."), dream.name() + " " + setting.name());
            }
            Feature wrong = dream.needs().logit()
                    ? dream.needs().layer() ? null : new Feature.WholeLayer(ToyNetworks.layer(random, "deep"))
                    : new Feature.Logit(0, "red");
            if (wrong != null) {
                EngineException refused = assertThrows(
                        EngineException.class,
                        () -> dream.make(random, DreamSubject.of(wrong), Frames.none(), Progress.none()));
                assertTrue(refused.getMessage().contains("choose"), refused.getMessage());
            }
        }
    }

    @Test
    void activationMaximisationFindsTheColourThatTheClassIs() throws Exception {
        for (Parameterisation kind : Parameterisation.values()) {
            Dream dream = Settings.apply(
                    new ActivationMaximisation(),
                    Map.of(
                            "parameterisation",
                            kind.name(),
                            "steps",
                            "150",
                            "roughness",
                            "0",
                            "rate",
                            kind == Parameterisation.PIXEL ? "1" : "0.3"));
            Dreamt red =
                    dream.make(colours, DreamSubject.of(new Feature.Logit(0, "red")), Frames.none(), Progress.none());
            // The best of all pictures has 8; the first one, grey, has 0.
            assertTrue(red.facts().get("logit") > 6.5, kind + " " + red.facts());
            assertEquals(1, red.facts().get("rank"));
            int middle = red.picture().rgb(20, 20);
            assertTrue((middle >> 16) > 230 && (middle & 0xff) < 40, Integer.toHexString(middle));
        }
    }

    @Test
    void aChannelThatMovesIsNotCalledDead() throws Exception {
        Dreamt dreamt = Settings.apply(
                        new ActivationMaximisation(), Map.of("steps", "3", "rate", "0.001", "roughness", "0"))
                .make(
                        colours,
                        DreamSubject.of(new Feature.Channel(ToyNetworks.layer(colours, "copied"), 1)),
                        Frames.none(),
                        Progress.none());
        assertEquals(List.of(), dreamt.notices());
    }

    @Test
    void aFoolingImageIsReadAsTheClassAfterItWasSaved() throws Exception {
        for (DreamSubject subject : List.of(
                DreamSubject.of(new Feature.Logit(2, "blue")),
                DreamSubject.of(new Feature.Logit(2, "blue"), photo()))) {
            Dreamt fooling = new FoolingImage(0.99, 400, 4, 0).make(colours, subject, Frames.none(), Progress.none());
            assertEquals(Optional.of(true), fooling.reached());
            Path file = folder.resolve("fooling.png");
            Pixels.of(fooling.picture()).writePng(file);
            Picture read = new vermeer.image.PictureReader((path, progress) -> {
                        throw new vermeer.image.PictureException("no worker");
                    })
                    .read(file, Progress.none());
            var input = colours.preprocessing().input(read);
            double probability = colours.scores()
                    .probabilities(colours.scores().logits(input, Progress.none()))
                    .data()[2];
            assertTrue(probability >= 0.99, "probability " + probability);
            assertEquals(fooling.facts().get("probability"), probability, 1e-6);
        }
    }

    @Test
    void aFoolingImageThatCannotBeIsNeverCalledOne() throws Exception {
        Dreamt stopped = new FoolingImage(0.9999, 2, 0.05, 0)
                .make(colours, DreamSubject.of(new Feature.Logit(2, "blue")), Frames.none(), Progress.none());
        assertEquals(Optional.of(false), stopped.reached());
        assertEquals(1, stopped.notices().size());
    }

    @Test
    void inversionComesCloseToAPictureWhoseValuesTheLayerKeeps() throws Exception {
        Dream dream = Settings.apply(
                new Inversion(), Map.of("parameterisation", "pixel", "rate", "0.1", "roughness", "0", "steps", "200"));
        Dreamt dreamt = dream.make(
                colours,
                DreamSubject.of(new Feature.WholeLayer(ToyNetworks.layer(colours, "copied")), photo()),
                Frames.none(),
                Progress.none());
        assertTrue(dreamt.facts().get("distance") < 0.01 * dreamt.facts().get("distanceBefore"), "" + dreamt.facts());
        Picture wanted = colours.preprocessing().asSeen(colours.preprocessing().input(photo()));
        double away = 0;
        for (int i = 0; i < wanted.bytes().capacity(); i++) {
            away += Math.abs((wanted.bytes().get(i) & 0xff)
                            - (dreamt.picture().bytes().get(i) & 0xff))
                    / (double) wanted.bytes().capacity();
        }
        assertTrue(away < 12, "mean difference of " + away + " levels");
    }

    @Test
    void deepDreamStrengthensALayerInAPictureOfItsOwnSize() throws Exception {
        Dream dream = Settings.apply(new DeepDream(), Map.of("size", "0", "octaves", "2", "steps", "5"));
        Feature layer = new Feature.WholeLayer(ToyNetworks.layer(random, "deep"));
        Dreamt dreamt = dream.make(random, DreamSubject.of(layer, photo()), Frames.none(), Progress.none());
        assertEquals(90, dreamt.picture().width());
        assertEquals(60, dreamt.picture().height());
        assertEquals(List.of(), dreamt.notices());
        double before = value(layer, dreamt.first());
        double after = value(layer, dreamt.picture());
        assertTrue(after > 1.3 * before, before + " to " + after);
    }

    @Test
    void deepDreamWorksInTilesWhereTheNetworkTakesOneSizeOnly() throws Exception {
        try (OpenModel fixed = ToyNetworks.fixed(engine, folder)) {
            Dream dream = Settings.apply(new DeepDream(), Map.of("size", "0", "octaves", "4", "steps", "3"));
            Dreamt dreamt = dream.make(
                    fixed, DreamSubject.of(new Feature.Logit(1, "green"), photo()), Frames.none(), Progress.none());
            assertEquals(90, dreamt.picture().width());
            assertTrue(dreamt.facts().get("objective") > dreamt.facts().get("objectiveBefore"));
            assertEquals(2, dreamt.notices().size(), "" + dreamt.notices());
            assertTrue(
                    dreamt.notices().get(0).contains("tiles"), dreamt.notices().get(0));
        }
    }

    @Test
    void styleTransferLowersItsLoss() throws Exception {
        Dreamt dreamt = Settings.apply(new StyleTransfer(), Map.of("steps", "40", "style-layers", "features, deep"))
                .make(random, subject(new StyleTransfer()), Frames.none(), Progress.none());
        assertTrue(dreamt.facts().get("loss") < 0.6 * dreamt.facts().get("lossBefore"), "" + dreamt.facts());
    }

    /** Every dream with few steps. */
    private static List<Dream> quick() throws Exception {
        List<Dream> quick = new ArrayList<>();
        for (Dream dream : Dreams.all()) {
            quick.add(Settings.apply(dream, Map.of("steps", "4")));
        }
        return quick;
    }

    private static DreamSubject subject(Dream dream) {
        Feature feature = dream.needs().logit()
                ? new Feature.Logit(1, "green")
                : new Feature.WholeLayer(ToyNetworks.layer(random, "deep"));
        boolean pictured = dream.needs().picture() != Needs.Use.NO;
        boolean styled = dream.needs().style() == Needs.Use.MUST;
        return new DreamSubject(
                feature,
                pictured ? Optional.of(photo()) : Optional.empty(),
                styled
                        ? Optional.of(Planes.black(3, 50, 50)
                                .with(Directions.random(3, 7500, 2))
                                .picture())
                        : Optional.empty());
    }

    /** Smooth colours, 90 x 60. */
    private static Picture photo() {
        Planes photo = Planes.black(3, 60, 90);
        for (int i = 0; i < photo.values().length; i++) {
            int pixel = i % photo.size();
            photo.values()[i] =
                    (float) (0.5 + 0.4 * Math.sin(pixel % 90 / 9.0 + i / photo.size()) * Math.cos(pixel / 900.0));
        }
        return photo.picture();
    }

    private static double value(Feature feature, Picture picture) throws Exception {
        NetworkColours colours = new NetworkColours(random.profile());
        Planes planes = colours.planes(picture, picture.height(), picture.width(), new vermeer.image.Resize.Stretch());
        try (Objective objective = Objective.of(random, feature, picture.height(), picture.width())) {
            return objective.of(planes, Progress.none()).value();
        }
    }
}
