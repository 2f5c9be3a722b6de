package vermeer.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What the system tells of this process. */
final class ProcessFacts {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessFacts() {}

    /** The time since the Java machine began. */
    static double millisecondsSinceStart() {
        return (double) System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** The most memory that the process ever had in RAM; empty where the system does not tell. */
    static OptionalDouble peakRssMegabytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalDouble.empty();
        }
    }
}
