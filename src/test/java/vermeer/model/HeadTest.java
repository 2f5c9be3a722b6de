package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vermeer.tensor.Tensor;

class HeadTest {
    private final Tensor logits =
            new Tensor(new int[] {2, 3}, new float[] {0, 0, (float) Math.log(2), 1000, 999, -1000});

    @Test
    void softmaxAddsUpToOneForEveryPictureAndDoesNotOverflow() {
        float[] probabilities = Head.SOFTMAX.probabilities(logits).data();
        assertArrayEquals(new float[] {0.25f, 0.25f, 0.5f, 0.7310586f, 0.26894143f, 0}, probabilities, 1e-6f);
        assertArrayEquals(probabilities, Head.LOGITS.probabilities(logits).data());
    }

    @Test
    void everyLogitOfAMultiLabelHeadHasItsOwnSigmoid() {
        assertArrayEquals(
                new float[] {0.5f, 0.5f, 2 / 3f, 1, 1, 0},
                Head.SIGMOID.probabilities(logits).data(),
                1e-6f);
    }

    @Test
    void oneLogitGivesTheProbabilityOfTheSecondClass() {
        Tensor one = new Tensor(new int[] {2, 1}, new float[] {0, (float) Math.log(3)});
        assertArrayEquals(
                new float[] {0.5f, 0.75f}, Head.BINARY.probabilities(one).data(), 1e-6f);
    }

    @Test
    void probabilitiesStayWhatTheyAre() {
        assertEquals(logits, Head.PROBABILITIES.probabilities(logits));
    }
}
