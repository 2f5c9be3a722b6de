package vermeer.worker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a worker: this Java, this class path, and limits of its own. */
final class WorkerCommand {
    private static final int BESIDE = 512;

    private WorkerCommand() {}

    /** @param folder where the Java machine may leave its crash report */
    static List<String> of(Purpose purpose, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                java().toString(),
                "-Xmx" + purpose.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "-Djdk.serialFilter=!*",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder));
        if (purpose.nativeMegabytes() > 0) {
            int all = purpose.heapMegabytes() + purpose.nativeMegabytes() + BESIDE;
            command.add("-Dorg.bytedeco.javacpp.maxbytes=" + purpose.nativeMegabytes() + "m");
            command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + all + "m");
        }
        if (!purpose.computes()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", classPath(), purpose.mainClass()));
        return command;
    }

    /** This process's class path, absolute, because the worker runs in a folder of its own. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path java() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }
}
