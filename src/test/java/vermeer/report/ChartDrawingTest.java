package vermeer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vermeer.trust.Curve;

class ChartDrawingTest {
    @Test
    void axesEndAtRoundNumbersAroundEverything() {
        assertEquals(new ChartAxis(0, 1, 0.2), ChartAxis.holding(0.1, 0.93));
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(ChartAxis.holding(0, 1)));
        assertEquals(List.of("-0.4", "-0.2", "0.0", "0.2", "0.4", "0.6"), labels(ChartAxis.holding(-0.31, 0.52)));
        assertEquals(
                List.of("0.000", "0.025", "0.050", "0.075", "0.100", "0.125"), labels(ChartAxis.holding(0.01, 0.111)));
        assertTrue(ChartAxis.holding(0, 0).high() > 0, "nothing to show still has an axis");
    }

    @Test
    void pointsLieWhereTheAxesNumbersSay() throws Exception {
        Curve curve = new Curve("c", new float[] {0, 0.4f, 1}, new float[] {1, 0.6f, 0});
        Chart chart = new Chart(
                "t",
                "share",
                "probability",
                List.of(new Chart.Line("This map", Chart.Ink.MAP, false, curve)),
                OptionalDouble.empty());
        Recorded pen = new Recorded();
        new ChartDrawing(chart, 400, 300).draw(pen);
        double[][] line = pen.lines.get(0);
        assertEquals(pen.texts.get("0 %"), line[0][0], 1e-9);
        assertEquals(pen.texts.get("40 %"), line[0][1], 1e-4);
        assertEquals(pen.texts.get("100 %"), line[0][2], 1e-9);
        double zero = pen.axis;
        double one = pen.rules.stream().mapToDouble(each -> each).min().orElseThrow();
        assertEquals(one, line[1][0], 1e-6);
        assertEquals(zero + 0.6 * (one - zero), line[1][1], 1e-4);
        assertEquals(zero, line[1][2], 1e-9);
        assertTrue(pen.texts.containsKey("This map") && pen.texts.containsKey("share"));
    }

    private static List<String> labels(ChartAxis axis) {
        return axis.ticks().stream().map(axis::label).toList();
    }

    private static final class Recorded implements ChartPen {
        private final List<double[][]> lines = new ArrayList<>();
        private final List<Double> rules = new ArrayList<>();
        private final Map<String, Double> texts = new TreeMap<>();
        private double axis;

        @Override
        public void rule(double fromX, double fromY, double toX, double toY, boolean bottom) {
            rules.add(fromY);
            axis = bottom ? fromY : axis;
        }

        @Override
        public void line(double[] x, double[] y, Chart.Ink ink, boolean dashed) {
            lines.add(new double[][] {x, y});
        }

        @Override
        public void text(String text, double x, double baseline, Align align) {
            texts.put(text, x);
        }
    }
}
