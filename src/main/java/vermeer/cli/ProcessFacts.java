package vermeer.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What the system tells of this process. */
final class ProcessFacts {
    private ProcessFacts() {}

    /** The time since the Java machine began. */
    static double millisecondsSinceStart() {
        return (double) System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    /** The most memory that the process ever had in RAM; empty where the system does not tell. */
    static OptionalDouble peakRssMegabytes() {
        return megabytes("self", "VmHWM:");
    }

    /** The memory that a process has in RAM now; empty where the system does not tell. */
    static OptionalDouble rssMegabytes(long process) {
        return megabytes(Long.toString(process), "VmRSS:");
    }

    private static OptionalDouble megabytes(String process, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalDouble.empty();
        }
    }
}
