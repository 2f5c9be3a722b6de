package vermeer.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import vermeer.image.PictureException;

class NoticesTest {
    private final Notices notices = new Notices();

    @Test
    void failuresSayTheirOwnSentence() {
        notices.fail("Opening", new PictureException("cat.png is empty; copy it again."));
        assertEquals("cat.png is empty; copy it again.", notices.shown().get(0).text());
    }

    @Test
    void mistakesOfOursShowNoStackTraceAndNoClassName() {
        notices.fail("Opening cat.png", new NullPointerException("Cannot invoke \"x.y()\""));
        String text = notices.shown().get(0).text();
        assertTrue(text.startsWith("Opening cat.png failed"), text);
        assertFalse(text.contains("x.y()") || text.contains("NullPointer"), text);
    }

    @Test
    void missingFileIsNamed() {
        notices.fail("Opening", new NoSuchFileException("cat.png"));
        assertTrue(notices.shown().get(0).text().contains("cat.png does not exist"));
    }

    @Test
    void sameNoticeIsShownOnceAndOldOnesMakeRoom() {
        for (int i = 0; i < 9; i++) {
            notices.inform("notice " + i);
            notices.inform("notice " + i);
        }
        assertEquals(4, notices.shown().size());
        assertEquals("notice 8", notices.shown().get(3).text());
    }
}
