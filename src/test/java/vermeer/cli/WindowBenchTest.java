package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WindowBenchTest {

    @Test
    void rowKeepsTheFirstMapApartFromTheMedianOfTheTenClicksAfterIt() {
        List<Double> maps =
                new ArrayList<>(List.of(900.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0));
        maps.addAll(List.of(5000.0, 5000.0));
        WindowBenchResult.Row row = WindowBenchResult.Row.of(
                "toy", List.of(1500.0, 1200.0, 1300.0), new MeasuredWindow.Figures(1400, maps, OptionalDouble.of(700)));
        assertEquals(1200, row.bestStart());
        assertEquals(1300, row.medianStart());
        assertEquals(900, row.firstMap());
        assertEquals(55, row.gradCam());
        assertEquals(13, row.maps());
        assertEquals(700, row.rssMegabytes());
    }

    @Test
    void memoryThatTheSystemDoesNotTellIsNotInvented() {
        List<Double> maps = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            maps.add(100.0);
        }
        WindowBenchResult result = new WindowBenchResult(List.of(WindowBenchResult.Row.of(
                "toy", List.of(1.0), new MeasuredWindow.Figures(1, maps, OptionalDouble.empty()))));
        StringWriter text = new StringWriter();
        result.print(new PrintWriter(text, true));
        assertTrue(text.toString().contains("not told"));
        assertFalse(result.json().get("models").get(0).has("rss_mb"));
    }
}
