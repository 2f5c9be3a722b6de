package vermeer.dream;

import vermeer.image.Picture;

/**
 * A picture on its way.
 *
 * @param step how many steps were made
 * @param steps how many there are at most
 * @param objective what is raised, or the distance that is lowered
 * @param picture rounded to 8 bits
 */
public record Frame(int step, int steps, double objective, Picture picture) {}
