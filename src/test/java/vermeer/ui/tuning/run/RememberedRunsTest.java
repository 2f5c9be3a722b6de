package vermeer.ui.tuning.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedRunsTest {
    @TempDir
    Path home;

    private Path file;
    private RememberedRuns runs;

    @BeforeEach
    void file() {
        file = home.resolve("runs.json");
        runs = new RememberedRuns(file);
    }

    private static RunRequest request(String folder, boolean begun) {
        return new RunRequest("toy", "toy.onnx", "photos", "block", "block", Map.of("seed", "7"), folder, begun);
    }

    private List<String> folders() throws Exception {
        return runs.read().stream().map(RunRequest::folder).toList();
    }

    @Test
    void whatIsKeptComesBackWholeAndOnlyOnceAFolder() throws Exception {
        runs.keep(request("one", false));
        runs.keep(request("two", false));
        runs.keep(request("one", true));
        assertEquals(List.of(request("one", true), request("two", false)), runs.read());
        runs.forget("one");
        assertEquals(List.of("two"), folders());
    }

    @Test
    void anOrderKeepsTheRunsOfAnotherWindow() throws Exception {
        for (String folder : List.of("one", "elsewhere", "two", "three")) {
            runs.keep(request(folder, false));
        }
        runs.order(List.of("three", "one", "two"));
        assertEquals(List.of("elsewhere", "three", "one", "two"), folders());
    }

    @Test
    void aDamagedFileIsSetAsideAndNothingOfItIsWrittenOver() throws Exception {
        Files.writeString(file, "[{\"folder\": ");
        assertTrue(runs.read().isEmpty());
        runs.keep(request("one", false));
        assertEquals("[{\"folder\": ", Files.readString(home.resolve("runs.json.unreadable")));
        assertEquals(List.of("one"), folders());
    }

    @Test
    void anEntryThatSaysTooLittleIsPassedOver() throws Exception {
        Files.writeString(file, "[{\"folder\": \"one\"}, null]");
        assertTrue(runs.read().isEmpty());
    }

    @Test
    void aRunWhoseFolderIsGoneSaysSo() {
        FoundRun found = FoundRun.of(request(home.resolve("gone").toString(), true));
        assertTrue(found.problem().contains("is gone"), found.problem());
        assertEquals(RunState.FAILED, found.run().state());
        FoundRun waiting = FoundRun.of(request(home.resolve("later").toString(), false));
        assertEquals(RunState.WAITING, waiting.run().state());
    }
}
