package vermeer.ui.tuning.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.data.LabelledPicture;

class LabellingGameTest {
    private final List<LabelledPicture> pictures = IntStream.range(0, 50)
            .mapToObj(i -> new LabelledPicture(Path.of(i + ".png"), i + ".png", i % 3, ""))
            .toList();

    @Test
    void errorsOfTwentyPhotosAreCounted() {
        LabellingGame game = new LabellingGame(pictures, 1);
        for (int i = 0; i < LabellingGame.PHOTOS; i++) {
            assertFalse(game.over());
            assertEquals(i + 1, game.number());
            int truth = game.current().label();
            game.guess(i < 3 ? (truth + 1) % 3 : truth);
        }
        assertTrue(game.over());
        assertEquals(3, game.result().errors());
        assertEquals(20, game.result().pictures());
    }

    @Test
    void anotherGameShowsOtherPhotosAndFewPhotosMakeAShortGame() {
        assertNotEquals(new LabellingGame(pictures, 1).current(), new LabellingGame(pictures, 3).current());
        assertEquals(4, new LabellingGame(pictures.subList(0, 4), 1).photos());
    }
}
