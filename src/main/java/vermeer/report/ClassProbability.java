package vermeer.report;

/**
 * What the model gives one class.
 *
 * @param index the class's index, from 0
 * @param name the class's name for people
 * @param probability 0 to 1
 */
public record ClassProbability(int index, String name, double probability) {}
