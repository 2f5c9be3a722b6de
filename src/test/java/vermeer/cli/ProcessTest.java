package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.Main;

/** The program as a process of its own: what a script sees. */
class ProcessTest {

    @TempDir
    Path folder;

    @Test
    void resultsGoToStandardOutputErrorsToStandardErrorAndTheExitCodeTells() throws Exception {
        Path model = TinyNetwork.write(folder);
        Path red = TinyNetwork.picture(folder.resolve("rød.png"), 0xff0000);
        Path missing = folder.resolve("missing.png");
        int code = run("predict", "--model", model.toString(), "--format", "json", red.toString(), missing.toString());
        assertEquals(1, code, read("err"));
        List<String> lines = read("out").lines().toList();
        assertEquals(1, lines.size(), read("out"));
        JsonNode line = new ObjectMapper().readTree(lines.get(0));
        assertEquals(red.toString(), line.get("image").textValue());
        assertEquals(0, line.get("top").get(0).get("index").intValue());
        assertTrue(read("err").contains("missing.png"), read("err"));
        assertEquals(2, read("err").lines().count(), read("err"));
    }

    @Test
    void withoutADisplayTheHeadlessCommandsAreNamed() throws Exception {
        assertEquals(1, run());
        assertEquals(1, read("err").lines().count(), read("err"));
        assertTrue(read("err").contains("display") && read("err").contains("explain"), read("err"));
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the process hangs");
        return process.exitValue();
    }

    private String read(String name) throws Exception {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
