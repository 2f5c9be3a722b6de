package vermeer.cli;

import vermeer.job.Progress;

/** Draws a job's progress on the terminal; cancelling is the command's. */
record DrawnProgress(Progress command, ProgressLine line) implements Progress {
    @Override
    public void report(long done, long total) {
        line.draw(done, total);
    }

    @Override
    public boolean cancelled() {
        return command.cancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
        return command.onCancel(action);
    }
}
