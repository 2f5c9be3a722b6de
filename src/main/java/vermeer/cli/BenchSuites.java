package vermeer.cli;

import java.util.List;

/** All suites of {@code vermeer bench}, the default one first. */
final class BenchSuites {
    private BenchSuites() {}

    static List<BenchSuite> all() {
        return List.of(
                new OverviewBench(),
                new MethodsBench(),
                new TrustBench(),
                new DreamsBench(),
                new AttacksBench(),
                new FinetuneBench(),
                new WindowBench());
    }
}
