package vermeer.ui.investigation;

import vermeer.image.Region;
import vermeer.tensor.Tensor;

/**
 * A picture as a network reads it.
 *
 * @param tensor a batch of one
 * @param region the part of the original picture that it covers
 */
public record NetworkInput(Tensor tensor, Region region) {}
