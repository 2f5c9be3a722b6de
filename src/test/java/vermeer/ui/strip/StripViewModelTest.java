package vermeer.ui.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.Picture;
import vermeer.job.DirectJobRunner;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.notice.Notice;
import vermeer.ui.notice.Notices;

class StripViewModelTest {
    @TempDir
    Path home;

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private StripViewModel strip;
    private Path red;
    private Path broken;

    @BeforeEach
    void pictures() throws IOException {
        strip = new StripViewModel(
                investigation, ToyServices.in(home, List.of()).decoder(), runner, notices);
        red = Pictures.write(Pictures.redSquare(), home.resolve("red.png"));
        broken = Files.write(home.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
    }

    @Test
    void firstOfTheOpenedPicturesIsLookedAtAndNoneComesTwice() throws IOException {
        Path blue = Pictures.write(Pictures.blueSquare(), home.resolve("blue.png"));
        strip.open(List.of(red, blue));
        strip.open(List.of(blue, red));
        assertEquals(2, strip.items().size());
        assertEquals("blue.png", investigation.pictureProperty().get().name());
    }

    @Test
    void brokenFileIsOneSentenceAndThePictureBeforeStays() {
        strip.open(List.of(red));
        strip.open(List.of(broken));
        assertEquals("red.png", investigation.pictureProperty().get().name());
        assertEquals("red.png", strip.selectedProperty().get().name());
        Notice notice = notices.shown().get(0);
        assertEquals(Notice.Severity.ERROR, notice.severity());
        assertTrue(notice.text().contains("broken.png"), notice.text());
        assertTrue(strip.items().get(1).problemProperty().get().contains("broken.png"));
    }

    @Test
    void thumbnailComesWhenItIsWantedAndKeepsItsProportions() {
        strip.add(List.of(red));
        StripItem item = strip.items().get(0);
        strip.want(item);
        assertNotNull(item.thumbnailProperty().get());
        Picture wide = Thumbnail.of(Picture.of(1000, 10, new byte[30_000]), 100);
        assertEquals(100, wide.width());
        assertEquals(1, wide.height());
    }

    @Test
    void steppingStopsAtTheEnds() throws IOException {
        Path blue = Pictures.write(Pictures.blueSquare(), home.resolve("blue.png"));
        strip.open(List.of(red, blue));
        strip.step(1);
        strip.step(1);
        assertEquals("blue.png", investigation.pictureProperty().get().name());
        strip.step(-5);
        assertEquals("red.png", investigation.pictureProperty().get().name());
    }

    @Test
    void removingAPictureLeavesItsFile() {
        strip.open(List.of(red));
        strip.remove(strip.items().get(0));
        assertTrue(strip.items().isEmpty());
        assertTrue(Files.exists(red));
    }
}
