package vermeer.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cli.TinyNetwork;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.DomainFile;
import vermeer.image.Picture;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.tuning.TunedServices;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.results.ResultsViewModel;
import vermeer.ui.workbench.Workbench;

/** A picture that is unlike the training photos is warned of in the window, too. */
class DomainViewModelTest {
    @TempDir
    Path home;

    @Test
    void onlyWhatIsUnlikeTheTrainingPhotosIsWarnedOf() throws Exception {
        Path photos = TunedServices.photos(home);
        Workbench workbench = new Workbench(TunedServices.in(home), new DirectJobRunner(), new JobViewModel());
        workbench.opening().onModel(TinyNetwork.write(home));
        look(workbench, 0x00ff00);
        assertNull(workbench.domain().strangeProperty().get());
        Tuning tuning = new Tuning(workbench);
        ResultsViewModel results = new ResultsViewModel(tuning);
        tuning.use(Prepared.of(photos, Progress.none()));
        results.judge();
        DomainFile.write(
                DomainFile.of(results.judgedProperty().get().evaluation()).orElseThrow(), 1, Optional.of(photos), home);
        look(workbench, TunedServices.RED);
        assertNull(workbench.domain().strangeProperty().get());
        look(workbench, 0x00ff00);
        DomainViewModel.Strange strange = workbench.domain().strangeProperty().get();
        assertNotNull(strange);
        assertEquals(3, strange.nearest().size());
        assertTrue(strange.nearest().get(0).picture().isPresent());
    }

    private void look(Workbench workbench, int rgb) throws Exception {
        Path file = TinyNetwork.picture(home.resolve(rgb + ".png"), rgb);
        Picture picture = TunedServices.in(home).decoder().decode(file, Progress.none());
        workbench.investigation().look(OpenPicture.of(file, picture));
    }
}
