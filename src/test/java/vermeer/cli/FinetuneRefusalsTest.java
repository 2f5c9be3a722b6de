package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.train.ToyTraining;

/** What cannot be trained on is refused in one sentence, before a training process is started. */
class FinetuneRefusalsTest {
    @TempDir
    Path folder;

    private final CommandRun run = new CommandRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void optionsThatAreMissingOrWrongAreUsageErrors() throws Exception {
        assertEquals(2, run.of("finetune", "--data", folder, "--out", folder.resolve("run")));
        assertTrue(run.err().contains("'--model'"), run.err());
        Path photos = ToyTraining.photos(folder.resolve("photos"), 2, "lying", "standing");
        assertEquals(2, finetune(photos, "--set", "epochs"));
        assertTrue(run.err().contains("KEY=VALUE"), run.err());
        refused(photos, "epochs", "--epochs", "0");
        refused(photos, "attic", "--set", "attic=1");
        refused(photos, "There is no cut 'attic'", "--cut", "attic");
        refused(photos, "Augmentation needs changed forms", "--set", "flip=1");
    }

    @Test
    void aFolderWithoutARunCannotBeResumed() {
        assertEquals(1, run.of("finetune", "--resume", folder));
        oneSentence("holds no training run");
    }

    @Test
    void oneClassAndNoPhotosAreRefused() throws Exception {
        Path same = ToyTraining.photos(folder.resolve("same"), 2, "same", "same");
        refused(same, "There is only one class, 'same'");
        Path empty = Files.createDirectories(folder.resolve("empty/train/a")).getParent();
        refused(empty.getParent(), "put the pictures of each class into a folder");
        refused(folder.resolve("nowhere"), "nowhere");
    }

    @Test
    void aClassWithoutPicturesToTrainOnIsNamed() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 2, "lying", "standing");
        Files.move(photos.resolve("train/standing"), photos.resolve("val/🐝 bees"));
        refused(photos, "The class 'standing' has no pictures to train on");
    }

    private void refused(Path photos, String sentence, Object... more) throws Exception {
        assertEquals(1, finetune(photos, more), run.err());
        oneSentence(sentence);
        assertFalse(Files.exists(folder.resolve("run/run.json")));
    }

    private void oneSentence(String part) {
        assertTrue(run.err().contains(part), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
        assertEquals("", run.out());
    }

    private int finetune(Path photos, Object... more) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(
                "finetune", "--model", ToyTraining.model(folder), "--data", photos, "--out", folder.resolve("run")));
        arguments.addAll(List.of(more));
        return run.of(arguments.toArray());
    }
}
