package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowArgumentsTest {

    @TempDir
    Path folder;

    @Test
    void nothingAndOpenAlonePlainlyOpenTheWindow() {
        assertEquals(Optional.of(List.of()), WindowArguments.plain());
        assertEquals(Optional.of(List.of()), WindowArguments.plain("open"));
    }

    @Test
    void modelsAndPathsThatExistArePlain() throws Exception {
        String photo = Files.createFile(folder.resolve("photo.png")).toString();
        List<String> both = List.of("--model", "m.onnx", photo);
        assertEquals(Optional.of(both), WindowArguments.plain("open", "--model", "m.onnx", photo));
        assertEquals(Optional.of(both), WindowArguments.plain("--model", "m.onnx", photo));
    }

    @Test
    void everythingElseIsTheParsers() {
        assertEquals(Optional.empty(), WindowArguments.plain("predict"));
        assertEquals(Optional.empty(), WindowArguments.plain("open", "--help"));
        assertEquals(Optional.empty(), WindowArguments.plain("open", "--model"));
        assertEquals(
                Optional.empty(),
                WindowArguments.plain("open", folder.resolve("missing.png").toString()));
    }
}
