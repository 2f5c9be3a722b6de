package vermeer.job;

/** Nobody watches, nobody cancels. */
record Unwatched() implements Progress {
    @Override
    public void report(long done, long total) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public Registration onCancel(Runnable action) {
        return () -> {};
    }
}
