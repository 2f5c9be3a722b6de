package vermeer.data.inspection;

import vermeer.data.Example;

/**
 * A picture that cannot be read.
 *
 * @param example which
 * @param reason why, one sentence
 */
public record Unreadable(Example example, String reason) {}
