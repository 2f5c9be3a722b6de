package vermeer.attack;

import java.util.List;
import java.util.Optional;
import vermeer.image.Picture;
import vermeer.tensor.Tensor;

/**
 * What an attack came to.
 *
 * @param goal what was wanted
 * @param original the picture before: the original at its own size, or what the network sees of it where the space is its
 *     input
 * @param picture the result, of 8 bits, of the same size
 * @param clean the logits of the picture before, {@code [1, classes]}
 * @param unrounded the logits of the result before it was rounded
 * @param rounded the logits of {@code picture}, from a forward pass of its own
 * @param foundUnrounded whether the goal was reached before rounding
 * @param found whether {@code picture} reaches the goal; only that counts
 * @param unroundedSize how large the change is before rounding
 * @param size how large the change is in {@code picture}
 * @param queries forward passes
 * @param gradients gradient passes
 * @param milliseconds of the search, without the final check
 * @param pattern what can be put on other pictures too, such as a patch; mostly empty
 * @param notices what a user should know, one sentence each
 */
public record AttackResult(
        Goal goal,
        Picture original,
        Picture picture,
        Tensor clean,
        Tensor unrounded,
        Tensor rounded,
        boolean foundUnrounded,
        boolean found,
        Size unroundedSize,
        Size size,
        long queries,
        long gradients,
        double milliseconds,
        Optional<Picture> pattern,
        List<String> notices) {

    public AttackResult {
        notices = List.copyOf(notices);
    }
}
