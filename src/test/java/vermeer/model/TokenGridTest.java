package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenGridTest {

    @Test
    void classAndDistillationTokensComeBeforeTheGrid() {
        assertEquals(Optional.of(new TokenGrid(0, 14, 14)), TokenGrid.of(196, 224, 224));
        assertEquals(Optional.of(new TokenGrid(1, 14, 14)), TokenGrid.of(197, 224, 224));
        assertEquals(Optional.of(new TokenGrid(2, 14, 14)), TokenGrid.of(198, 224, 224));
    }

    @Test
    void theGridHasTheInputsProportions() {
        assertEquals(Optional.of(new TokenGrid(1, 8, 16)), TokenGrid.of(129, 128, 256));
        assertEquals(Optional.empty(), TokenGrid.of(129, 224, 224));
    }

    @Test
    void otherNumbersFitNoGrid() {
        assertEquals(Optional.empty(), TokenGrid.of(200, 224, 224));
    }
}
