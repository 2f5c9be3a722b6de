package vermeer.cli;

import vermeer.attribution.AttributionMethod;
import vermeer.model.Target;

/**
 * One thing to be explained of one picture.
 *
 * @param method with its settings
 * @param target what is explained
 * @param score of the class explained; of a contrast, of the class that is asked for
 */
record Question(AttributionMethod method, Target target, Answer.Score score) {}
