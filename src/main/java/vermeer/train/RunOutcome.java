package vermeer.train;

/**
 * How a run ended.
 *
 * @param reason {@code done}, {@code early} where nothing improved any more, {@code diverged} where the loss was no number
 * @param sentence for people
 * @param epochs how many were completed
 * @param bestEpoch whose weights are kept, from 1 on
 */
public record RunOutcome(String reason, String sentence, int epochs, int bestEpoch) {}
