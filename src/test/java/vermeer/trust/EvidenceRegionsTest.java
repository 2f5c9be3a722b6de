package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermeer.image.Heatmap;
import vermeer.image.Region;

class EvidenceRegionsTest {
    private final Heatmap map = new Heatmap(
            4,
            6,
            new float[] {
                0, 0, 0, 0, 0, 0,
                0, 8, 8, 0, 0, 0,
                0, 8, 8, 0, 6, 0,
                0, 0, 0, 0, 0, 2
            },
            new Region(100, 50, 60, 40),
            "test");

    @Test
    void separateSpotsAreSeparateRegionsStrongestFirst() {
        List<EvidenceRegion> regions = new EvidenceRegions().of(map);
        assertEquals(new EvidenceRegion(1, 1, 3, 3, 4, 0.8), regions.get(0));
        assertEquals(new EvidenceRegion(2, 4, 3, 5, 1, 0.15), regions.get(1));
        assertEquals(2, regions.size());
    }

    @Test
    void touchingCornersJoinRegions() {
        List<EvidenceRegion> regions = new EvidenceRegions(0.2, 5).of(map);
        assertEquals(new EvidenceRegion(2, 4, 4, 6, 2, 0.2), regions.get(1));
    }

    @Test
    void boxesAreGivenInThePixelsOfThePicture() {
        assertEquals(
                new Region(110, 60, 20, 20),
                new EvidenceRegions().of(map).get(0).inPicture(map));
    }

    @Test
    void aMapWithoutPositiveEvidenceHasNoRegions() {
        Heatmap negative = new Heatmap(1, 2, new float[] {-1, 0}, new Region(0, 0, 2, 1), "test");
        assertTrue(new EvidenceRegions().of(negative).isEmpty());
    }

    @Test
    void thePointingTestCountsTheEvidenceInsideTheBox() {
        PointingTest test = PointingTest.of(map, new Region(110, 60, 20, 20));
        assertTrue(test.hit());
        assertEquals(0.8, test.energy(), 1e-9);
        assertEquals(4.0 / 24, test.area(), 1e-9);
        assertFalse(PointingTest.of(map, new Region(140, 70, 10, 10)).hit());
    }
}
