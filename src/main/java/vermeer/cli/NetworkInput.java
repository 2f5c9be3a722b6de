package vermeer.cli;

import java.nio.file.Path;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.tensor.Tensor;

/**
 * One input of a network and where it comes from.
 *
 * @param image the source's name in results
 * @param folder the sub-folder of the output folder that its results go to; may be empty
 * @param stem how its results' names begin
 * @param tensor a batch of one
 * @param picture the original picture, or what the tensor looks like
 * @param region the part of the picture that the tensor covers
 */
record NetworkInput(String image, Path folder, String stem, Tensor tensor, Picture picture, Region region) {}
