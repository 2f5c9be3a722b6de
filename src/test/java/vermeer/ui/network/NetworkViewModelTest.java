package vermeer.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.dream.ToyNetworks;
import vermeer.engine.Engine;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.DirectJobRunner;
import vermeer.model.OpenModel;
import vermeer.network.Block;
import vermeer.network.LayerReading;
import vermeer.network.Survey;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.OpenNetwork;

/** Looking at blocks, layers and folders, without a toolkit. */
class NetworkViewModelTest {
    @TempDir
    Path folder;

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private final NetworkViewModel model = new NetworkViewModel(investigation, runner, notices);
    private Engine engine;
    private OpenModel network;

    @BeforeEach
    void start() throws Exception {
        engine = Engine.start();
        network = ToyNetworks.random(engine, folder);
        investigation.ask(new OpenNetwork(network, engine.provider()));
    }

    @AfterEach
    void close() {
        network.close();
        engine.close();
    }

    @Test
    void blocksOpenAndClose() {
        // The nodes are not named like files, so blocks are stages: maps of 16 x 16, of 1 x 1, and the head.
        Block stage = model.architectureProperty().get().root().children().get(0);
        assertEquals("16 x 16", stage.name());
        int boxes = model.diagramProperty().get().boxes().size();
        Block inside = model.diagramProperty().get().boxes().get(0).block();
        assertTrue(inside.isNode());
        assertTrue(model.canClose(inside));
        model.close(inside);
        assertEquals(
                boxes - stage.children().size() + 1,
                model.diagramProperty().get().boxes().size());
        model.open(stage);
        assertEquals(boxes, model.diagramProperty().get().boxes().size());
    }

    @Test
    void whatIsSearchedForIsFoundInClosedBlocksToo() {
        model.close(model.diagramProperty().get().boxes().get(0).block());
        model.searchProperty().set("sigmoid");
        assertFalse(model.found().isEmpty());
        model.goToFound();
        assertEquals("Sigmoid", model.chosenProperty().get().kind());
        assertTrue(model.diagramProperty().get().boxes().stream()
                .anyMatch(box -> box.block().kind().equals("Sigmoid")));
        model.searchProperty().set("nowhere");
        model.goToFound();
        assertTrue(notices.shown().get(0).text().contains("'nowhere'"));
    }

    @Test
    void theChosenLayerIsReadOnThePictureAndAnewWhenThePictureChanges() {
        investigation.look(OpenPicture.of(Path.of("red.png"), Pictures.redSquare()));
        model.searchProperty().set("sigmoid");
        model.goToFound();
        assertNull(model.readingProperty().get(), "nothing is read before the workspace is seen");
        model.watch();
        LayerReading first = model.readingProperty().get();
        assertNotNull(first);
        assertEquals(6, first.channels(LayerReading.Order.CONTRIBUTION).size());
        investigation.look(OpenPicture.of(Path.of("blue.png"), Pictures.blueSquare()));
        assertFalse(first.equals(model.readingProperty().get()));
    }

    @Test
    void aFolderShowsPlacesAndWhatTellsClassesApart() throws Exception {
        for (String label : List.of("red", "blue")) {
            Files.createDirectories(folder.resolve("photos/" + label));
            for (int i = 0; i < 3; i++) {
                Pictures.write(
                        label.equals("red") ? Pictures.redSquare() : Pictures.blueSquare(),
                        folder.resolve("photos/" + label + "/" + i + ".png"));
            }
        }
        SurveyViewModel survey = new SurveyViewModel(model, new PictureReader((file, progress) -> {
            throw new PictureException("no worker here");
        }));
        model.searchProperty().set("sigmoid");
        model.goToFound();
        survey.look(folder.resolve("photos"));
        Survey found = survey.surveyProperty().get();
        assertEquals(List.of("blue", "red"), found.labels());
        assertEquals(6, found.readings().size());
        assertEquals(1, Math.abs(2 * found.separating("red", "blue", 1).get(0).auc() - 1), 1e-9);
        List<Survey.Patch> patches = found.patches(0, 2);
        Map<Survey.Patch, Picture> cut = new java.util.HashMap<>();
        survey.cut(patches, cut::putAll);
        assertEquals(
                Math.round(patches.get(0).field().width()),
                cut.get(patches.get(0)).width());
    }
}
