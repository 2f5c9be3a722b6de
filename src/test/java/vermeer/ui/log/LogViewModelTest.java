package vermeer.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.DirectJobRunner;

class LogViewModelTest {
    @TempDir
    Path folder;

    @Test
    void withoutALogItSaysSo() {
        assertEquals("There is no log yet.", read());
    }

    @Test
    void aShortLogIsShownWhole() throws Exception {
        Files.writeString(folder.resolve(LogViewModel.NAME), "first\nsecond: grüße\n");
        assertEquals("first\nsecond: grüße\n", read());
    }

    @Test
    void ofALongLogTheLastWholeLinesAreShown() throws Exception {
        String line = "a line that is repeated until the log is long\n";
        Files.writeString(folder.resolve(LogViewModel.NAME), line.repeat(5_000) + "the end\n");
        String shown = read();
        assertTrue(shown.startsWith(line), "begins with a whole line");
        assertTrue(shown.endsWith(line + "the end\n"));
        assertTrue(shown.length() <= 64 << 10);
    }

    private String read() {
        LogViewModel model = new LogViewModel(folder, new DirectJobRunner());
        model.read();
        return model.textProperty().get();
    }
}
