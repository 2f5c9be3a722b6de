package vermeer.ui.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.data.balance.Balance;
import vermeer.data.balance.CostMatrix;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.AnswerChoices;
import vermeer.evaluation.DomainFile;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.tuning.TunedServices;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.results.ResultsViewModel;
import vermeer.ui.workbench.Workbench;

/** A photo in, an answer out, and a warning where the photo is unlike all that was trained on. */
class SimpleViewModelTest {
    @TempDir
    Path home;

    private Path network;
    private SimpleViewModel model;

    @BeforeEach
    void aNetworkThatKnowsItsTrainingPhotos() throws Exception {
        Path photos = TunedServices.photos(home);
        network = TinyNetwork.write(home);
        Workbench workbench = new Workbench(TunedServices.in(home), new DirectJobRunner(), new JobViewModel());
        workbench.opening().onModel(network);
        Tuning tuning = new Tuning(workbench);
        ResultsViewModel results = new ResultsViewModel(tuning);
        tuning.use(Prepared.of(photos, Progress.none()));
        results.judge();
        DomainFile.write(
                DomainFile.of(results.judgedProperty().get().evaluation()).orElseThrow(), 1, Optional.of(photos), home);
        model = new SimpleViewModel(TunedServices.in(home), new DirectJobRunner());
    }

    @Test
    void aKnownPhotoIsAnsweredWithItsMap() throws Exception {
        model.open(network);
        model.show(TinyNetwork.picture(home.resolve("new.png"), TunedServices.BLUE));
        SimpleAnswer answer = model.answerProperty().get();
        assertEquals("blue, navy", answer.answer());
        assertEquals(Math.E / (Math.E + 2), answer.confidence(), 1e-5);
        assertEquals(48 * 32, answer.overlay().length);
        assertEquals("", answer.warning());
        assertTrue(answer.nearest().isEmpty());
    }

    @Test
    void aPhotoUnlikeAllTrainingPhotosIsWarnedOfAndTheNearestAreShown() throws Exception {
        model.open(network);
        model.show(TinyNetwork.picture(home.resolve("new.png"), 0x00ff00));
        SimpleAnswer answer = model.answerProperty().get();
        assertEquals("green", answer.answer());
        assertTrue(answer.warning().startsWith("This photo is unlike anything"), answer.warning());
        assertEquals(3, answer.nearest().size());
        assertTrue(answer.nearest().get(0).name().startsWith("train/"));
        assertTrue(answer.nearest().get(0).picture().isPresent());
    }

    @Test
    void answersAreReadAsTheFileSays() throws Exception {
        Path other = TinyNetwork.write(Files.createDirectories(home.resolve("other")));
        CostMatrix costs = CostMatrix.equal(List.of("green", "warm")).with(0, 1, 10);
        Balance said = Balance.none()
                .withAtTraining(false)
                .withClasses(Map.of("red, scarlet", "warm", "blue, navy", "warm"), Set.of())
                .withCosts(Optional.of(costs));
        TinyNetwork.say(other, Map.of(AnswerChoices.KEY, AnswerChoices.text(said)));
        model.open(other);
        assertEquals("green or warm", model.titleProperty().get());
        model.show(TinyNetwork.picture(home.resolve("new.png"), TunedServices.BLUE));
        SimpleAnswer answer = model.answerProperty().get();
        assertEquals("green", answer.answer());
        assertEquals(1 / (Math.E + 2), answer.confidence(), 1e-5);
        assertEquals("warm is more probable, but to miss green costs more.", answer.note());
        assertEquals("green", answer.explained());
    }

    @Test
    void aPhotoThatComesBeforeTheNetworkIsOpenIsAskedAboutThen() throws Exception {
        model.show(TinyNetwork.picture(home.resolve("new.png"), TunedServices.RED));
        assertNull(model.answerProperty().get());
        model.open(network);
        assertEquals("red, scarlet", model.answerProperty().get().answer());
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws Exception {
        model.open(network);
        model.show(Files.writeString(home.resolve("note.txt"), "no picture"));
        assertTrue(
                model.problemProperty().get().contains("note.txt"),
                model.problemProperty().get());
        Files.writeString(home.resolve("domain.json"), "{\"k\": 0}");
        SimpleViewModel other = new SimpleViewModel(TunedServices.in(home), new DirectJobRunner());
        other.open(network);
        assertTrue(
                other.problemProperty().get().contains("is damaged"),
                other.problemProperty().get());
    }
}
