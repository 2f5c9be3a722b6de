package vermeer.engine;

import java.util.Optional;

/**
 * What computes, and why nothing faster does.
 *
 * @param provider the provider in use
 * @param threads the threads that a run on the CPU uses: one a physical core
 * @param whyNotBetter why a faster provider is not used, in one sentence; empty where this is the fastest there is
 */
public record ProviderChoice(Provider provider, int threads, Optional<String> whyNotBetter) {

    /** One line for the status bar, such as {@code CPU, 4 threads}. */
    public String describe() {
        return provider == Provider.CPU
                ? "CPU, " + threads + (threads == 1 ? " thread" : " threads")
                : provider.title();
    }
}
