package vermeer.data;

import java.time.Instant;

/**
 * One evaluation on the test split. Each look makes the next one worth a little less, so all are kept.
 *
 * @param when when it happened
 * @param who what looked and why, in a few words, such as {@code evaluate, model ants.onnx}
 */
public record Look(Instant when, String who) {}
