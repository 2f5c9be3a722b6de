package vermeer.cli;

import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;

/** Runs a command's work on each input; a broken picture is reported and does not stop the rest. */
record EachInput(Surroundings surroundings, OpenModel model, ProgressLine line) {

    /** @param action what is done, such as {@code Judging} */
    EachInput(Surroundings surroundings, OpenModel model, String action) {
        this(surroundings, model, new ProgressLine(surroundings.terminal(), action));
    }

    /** What is done with one input. */
    @FunctionalInterface
    interface Work {
        void run(NetworkInput input, Progress progress)
                throws EngineException, PictureException, CommandException, FileException, CancelledException;
    }

    /** @return the exit code: 1 where an input failed */
    int run(Inputs inputs, Work work) throws EngineException, CommandException, FileException, CancelledException {
        int count = inputs.count(model);
        int failed = 0;
        for (int i = 0; i < count; i++) {
            surroundings.progress().checkCancelled();
            try {
                NetworkInput input = inputs.read(i, model, surroundings);
                work.run(
                        input,
                        new DrawnProgress(surroundings.progress(), line).part((double) i / count, (i + 1.0) / count));
            } catch (PictureException broken) {
                line.clear();
                surroundings.terminal().err().println(broken.getMessage());
                failed++;
            } finally {
                line.clear();
            }
            line.draw(i + 1L, count);
        }
        line.clear();
        if (failed > 0 && count > 1) {
            surroundings.terminal().err().println(failed + " of " + count + " pictures failed.");
        }
        return failed == 0 ? 0 : 1;
    }
}
