package vermeer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermeer.image.Heatmap;
import vermeer.image.Region;
import vermeer.model.Layer;

/** Channels are ranked by what they do. */
class LayerReadingTest {
    private static final Layer LAYER = new Layer("maps", "Relu", new int[] {3, 1, 2});
    private static final LayerReading READING = new LayerReading(
            LAYER,
            new Region(0, 0, 10, 10),
            new float[] {0, 0, 1, 2, 4, 4},
            Optional.of(new float[] {9, 9, 5, 1, -1, 0.5f}),
            new LayerPlaces(3, 1, 2, 0, false, true));

    @Test
    void channelsAreSortedByActivationOrContribution() {
        assertEquals(List.of(2, 1, 0), order(READING, LayerReading.Order.ACTIVATION));
        assertEquals(List.of(1, 0, 2), order(READING, LayerReading.Order.CONTRIBUTION));
        assertEquals(List.of(0, 1, 2), order(READING, LayerReading.Order.NUMBER));
        LayerReading.Channel second =
                READING.channels(LayerReading.Order.NUMBER).get(1);
        assertEquals(7, second.contribution(), 1e-6);
        assertEquals(1.5, second.mean(), 1e-6);
        assertEquals(2, second.max(), 1e-6);
    }

    @Test
    void aChannelThatGivesOneValueEverywhereIsDead() {
        List<LayerReading.Channel> channels = READING.channels(LayerReading.Order.NUMBER);
        assertTrue(channels.get(0).dead());
        assertFalse(channels.get(1).dead());
    }

    @Test
    void tokensKeepTheirFeaturesTogether() {
        LayerReading tokens = new LayerReading(
                new Layer("tokens", "Add", new int[] {2, 3}),
                new Region(0, 0, 1, 1),
                new float[] {1, 2, 3, 4, 5, 6},
                Optional.empty(),
                new LayerPlaces(3, 1, 2, 0, true, false));
        assertEquals(3, tokens.channels());
        assertEquals(3.5, tokens.channels(LayerReading.Order.NUMBER).get(1).mean(), 1e-6);
        assertEquals(5, tokens.map(1).values()[1], 1e-6);
    }

    @Test
    void tokensOnAGridAreAMapWithoutTheClassToken() {
        LayerReading tokens = new LayerReading(
                new Layer("tokens", "Add", new int[] {5, 2}),
                new Region(0, 0, 8, 8),
                new float[] {90, 91, 1, 10, 2, 20, 3, 30, 4, 40},
                Optional.of(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
                new LayerPlaces(2, 2, 2, 1, true, true));
        Heatmap map = tokens.map(1);
        assertEquals(2, map.height());
        assertArrayEquals(new float[] {10, 20, 30, 40}, map.values());
        LayerReading.Channel first =
                tokens.channels(LayerReading.Order.CONTRIBUTION).get(0);
        assertEquals(0, first.channel(), "the class token counts where channels are sorted");
        assertEquals(90, first.contribution(), 1e-6);
    }

    @Test
    void statisticsAreThoseOfTheValues() {
        Statistics statistics = READING.statistics();
        assertEquals(11 / 6.0, statistics.mean(), 1e-6);
        assertEquals(Math.sqrt(37 / 6.0 - 121 / 36.0), statistics.deviation(), 1e-6);
        assertEquals(2 / 6.0, statistics.zeros(), 1e-9);
        assertEquals(
                6, statistics.histogram().stream().mapToInt(Integer::intValue).sum());
        assertEquals(2, statistics.histogram().get(Statistics.BINS - 1));
    }

    private static List<Integer> order(LayerReading reading, LayerReading.Order order) {
        return reading.channels(order).stream()
                .map(LayerReading.Channel::channel)
                .toList();
    }
}
