package vermeer.cli;

import java.util.List;

/** A part of what {@code vermeer bench} measures. A new one is one class and one line in {@link BenchSuites}. */
interface BenchSuite {

    /** The name on the command line, such as {@code trust}. */
    String name();

    /** What is measured and what it is compared with, as lines of the command's help. */
    List<String> about();

    /** What {@code --only} may name, such as methods; empty where the suite cannot be narrowed. */
    default List<String> choices() {
        return List.of();
    }

    /** Measures; draws its progress on a {@link ProgressLine} and clears it. */
    BenchResult run(BenchRequest request) throws Exception;
}
