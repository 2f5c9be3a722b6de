package vermeer.job;

/** A stretch of a longer progress: 0 of n there is {@code from} here, n of n is {@code to}, as shares of one. */
record PartialProgress(Progress whole, double from, double to) implements Progress {
    private static final long STEPS = 10_000;

    @Override
    public void report(long done, long total) {
        double share = total == 0 ? 1 : (double) done / total;
        whole.report(Math.round(STEPS * (from + (to - from) * share)), STEPS);
    }

    @Override
    public boolean cancelled() {
        return whole.cancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
        return whole.onCancel(action);
    }
}
