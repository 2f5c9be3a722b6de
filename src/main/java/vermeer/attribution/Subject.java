package vermeer.attribution;

import vermeer.image.Region;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/**
 * One picture and what is asked of it.
 *
 * @param input the picture as the network reads it, a batch of one
 * @param region the part of the original picture that the input covers
 * @param target the class or contrast explained
 */
public record Subject(Tensor input, Region region, Target target) {}
