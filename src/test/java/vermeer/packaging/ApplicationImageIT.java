package vermeer.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the application image with jpackage and runs it on a machine that has, as far as it can see, no Java. */
class ApplicationImageIT {

    @Test
    void theApplicationImageClassifiesAPhotoWithNoJavaOnThePath(@TempDir Path scratch) throws Exception {
        assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "the packaging script needs a POSIX shell");
        Path project = Path.of("").toAbsolutePath();

        Result build = run(
                scratch,
                System.getenv(),
                List.of(
                        "/bin/sh",
                        project.resolve("src/main/packaging/package.sh").toString(),
                        project.toString(),
                        "--dest",
                        scratch.resolve("image").toString()));
        assertEquals(0, build.exitCode(), build.output());

        Path program = scratch.resolve("image/Vermeer/bin/Vermeer");
        assumeTrue(Files.exists(program), "another layout of the image on this system");
        Result answer = run(
                scratch,
                Map.of("HOME", scratch.toString(), "PATH", "/nonexistent"),
                List.of(
                        program.toString(),
                        "predict",
                        "--model",
                        project.resolve("sample-models/efficientnet_lite0.onnx").toString(),
                        "--format",
                        "json",
                        project.resolve("sample-models/photos/chelsea.png").toString()));
        assertEquals(0, answer.exitCode(), answer.output());
        assertTrue(answer.output().contains("tabby"), answer.output());
    }

    private record Result(int exitCode, String output) {}

    private static Result run(Path scratch, Map<String, String> environment, List<String> command) throws Exception {
        Path log = Files.createTempFile(scratch, "run", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Result(-1, "timed out: " + Files.readString(log, StandardCharsets.UTF_8));
        }
        return new Result(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }
}
