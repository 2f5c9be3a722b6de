package vermeer.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.model.ModelException;
import vermeer.model.OpenModel;

/**
 * What a suite is asked to measure.
 *
 * @param model the model's file; empty for the suite's own choice
 * @param only names of the suite's {@linkplain BenchSuite#choices() choices}; empty for all of them
 * @param paths pictures or folders, for suites that measure with real ones
 * @param commandBegan milliseconds from the start of the process to that of the command
 */
record BenchRequest(
        Surroundings surroundings, Optional<Path> model, List<String> only, List<Path> paths, double commandBegan) {

    /** Whether something of this name is to be measured. */
    boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    /** Opens the model that was asked for, else the bundled one. */
    OpenModel open() throws CommandException, ModelException, EngineException, CancelledException {
        Path file = model.isPresent() ? model.get() : SampleFiles.model();
        return surroundings.models().open(file, Optional.empty(), surroundings.progress());
    }
}
