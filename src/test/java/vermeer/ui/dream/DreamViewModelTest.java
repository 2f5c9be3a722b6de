package vermeer.ui.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.dream.Dreams;
import vermeer.dream.Feature;
import vermeer.dream.ToyNetworks;
import vermeer.engine.Engine;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.notice.Notice;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.OpenNetwork;

/** Choosing, making and keeping a dream, without a toolkit. */
class DreamViewModelTest {
    @TempDir
    Path folder;

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private final PictureReader reader = new PictureReader((file, progress) -> {
        throw new PictureException("no worker here");
    });
    private final DreamViewModel model = new DreamViewModel(investigation, runner, reader, notices);
    private Engine engine;
    private OpenModel network;

    @BeforeEach
    void start() throws Exception {
        engine = Engine.start();
        network = ToyNetworks.colours(engine, folder);
    }

    @AfterEach
    void close() {
        network.close();
        engine.close();
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        assertEquals("Open a network first.", model.obstacleProperty().get());
        open();
        assertEquals(
                "Choose a class: no picture was classified yet.",
                model.obstacleProperty().get());
        model.dreamProperty().set(Dreams.named("inversion").orElseThrow());
        assertEquals(
                "Choose a picture in the strip to begin with.",
                model.obstacleProperty().get());
        look();
        assertEquals("", model.obstacleProperty().get());
        model.dreamProperty().set(Dreams.named("style-transfer").orElseThrow());
        assertTrue(model.obstacleProperty().get().contains("style"));
    }

    @Test
    void aDreamOfTheChosenClassIsKeptWithItsWayAndSaved() throws Exception {
        open();
        look();
        model.feature().classIndexProperty().set(2);
        assertTrue(model.settings().change("steps", "40").isEmpty());
        model.make();
        DreamRun run = model.runProperty().get();
        assertEquals("Activation maximisation of blue", run.title());
        assertEquals(32, run.frames().size());
        assertFalse(model.runningProperty().get());
        assertTrue(run.facts().contains("rank 1"), run.facts());
        assertEquals("noise.activation-maximisation.2", run.fileName());
        Path png = folder.resolve("dream.png");
        Path gif = folder.resolve("dream.gif");
        model.savePng(png);
        model.saveGif(gif);
        assertEquals(run.last().orElseThrow(), reader.read(png, Progress.none()));
        assertTrue(Files.size(gif) > 5_000, "" + Files.size(gif));
        assertEquals(
                List.of("Saved as " + png + ".", "Saved as " + gif + "."),
                notices.shown().stream().map(Notice::text).collect(Collectors.toList()));
    }

    @Test
    void aDreamTakesThePictureOrNoise() {
        open();
        look();
        model.dreamProperty().set(Dreams.named("deepdream").orElseThrow());
        assertEquals(MadeFor.LAYER, model.feature().kindProperty().get());
        model.settings().change("steps", "1");
        model.settings().change("octaves", "1");
        model.make();
        assertEquals("red.png", model.runProperty().get().start());
        assertTrue(model.runProperty().get().feature() instanceof Feature.WholeLayer);
        model.fromPictureProperty().set(false);
        model.make();
        assertEquals("noise", model.runProperty().get().start());
    }

    @Test
    void aChannelOfTheNetworkViewIsChosenForADream() {
        open();
        model.chooseChannel(ToyNetworks.layer(network, "features"), 2);
        assertEquals("", model.obstacleProperty().get());
        model.settings().change("steps", "2");
        model.make();
        assertEquals(
                "Activation maximisation of channel 2 of features",
                model.runProperty().get().title());
    }

    @Test
    void aNeuronOutsideOfItsLayerIsRefusedInOneSentence() {
        open();
        model.feature().kindProperty().set(MadeFor.NEURON);
        assertEquals("", model.obstacleProperty().get());
        model.feature().rowProperty().set(500);
        assertEquals(
                "There is no row 500; the layer has 32, 0 to 31.",
                model.obstacleProperty().get());
        model.make();
        assertNull(model.runProperty().get());
    }

    private void open() {
        investigation.ask(new OpenNetwork(network, engine.provider()));
    }

    private void look() {
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
    }
}
