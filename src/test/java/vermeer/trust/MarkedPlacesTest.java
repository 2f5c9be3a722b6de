package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.image.Heatmap;
import vermeer.image.Region;

class MarkedPlacesTest {
    private static final Region SEEN = new Region(100, 0, 800, 800);

    @Test
    void aRegionIsBoxedWhereItLiesInThePictureWithItsShare() {
        float[] values = new float[64];
        values[2 * 8 + 3] = 3;
        values[2 * 8 + 4] = 3;
        values[7 * 8 + 7] = 2;
        MarkedPlaces places = MarkedPlaces.outstanding(map(values));
        assertEquals(2, places.regions().size());
        assertEquals(new Region(400, 200, 200, 100), places.regions().get(0).place());
        assertEquals(0.75, places.regions().get(0).share(), 1e-9);
        assertEquals("1 · 75.0 %", places.boxes().get(0).label());
        assertEquals(
                List.of("The boxed regions hold 75.0 %, 25.0 % of the map's positive values."),
                places.sentences("Your box"));
    }

    @Test
    void inAScatteredMapNoRegionStandsOut() {
        float[] values = new float[256];
        for (int i = 0; i < 256; i += 2) {
            values[i] = i / 16 % 2 == 0 ? 1 : 0;
        }
        Heatmap scattered = new Heatmap(16, 16, values, SEEN, "test");
        assertEquals(List.of(), MarkedPlaces.outstanding(scattered).regions());
        assertEquals(List.of(), MarkedPlaces.outstanding(map(new float[64])).regions(), "nothing positive at all");
    }

    @Test
    void aPersonsBoxIsTestedAndSaid() {
        float[] values = new float[64];
        Arrays.fill(values, 1);
        values[0] = 2;
        MarkedPlaces places = MarkedPlaces.NONE.with(Optional.of(new Region(100, 0, 400, 800)), map(values));
        assertEquals(0.5, places.box().orElseThrow().test().area(), 1e-9);
        assertTrue(places.boxes().get(0).byUser());
        assertEquals(
                List.of("Your box holds 50.8 % of the evidence in 50.0 % of the map: 1.0 times an even map's share. The"
                        + " strongest point lies inside (a hit)."),
                places.sentences("Your box"));
        assertEquals(
                "Your box lies outside of what the network sees.",
                MarkedPlaces.NONE
                        .with(Optional.of(new Region(0, 0, 50, 50)), map(values))
                        .sentences("Your box")
                        .get(0));
    }

    private static Heatmap map(float[] values) {
        return new Heatmap(8, 8, values, SEEN, "test");
    }
}
