package vermeer.evaluation.curve;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vermeer.evaluation.Interval;

/**
 * Curves as a picture (SVG): ROC at the left, precision over recall at the right, below them every line's name and areas with
 * their 95 % intervals. Dots are where the classes are answered now.
 */
public final class CurvesSvg {
    private static final int MOST = 8;
    private static final int SIDE = 300;
    private static final int LEFT = 48;
    private static final int TOP = 34;
    private static final int GAP = 64;
    private static final int ROW = 18;
    private static final int WIDTH = LEFT + 2 * SIDE + GAP + 24;
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f6000", "#5f3dc4");

    private final XMLStreamWriter xml;

    private CurvesSvg(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The picture; of very many classes those with the smallest ROC areas and the mean. */
    public static String of(Curves curves) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new CurvesSvg(writer).draw(curves);
            writer.close();
        } catch (XMLStreamException never) {
            throw new IllegalStateException("text in memory can be written", never);
        }
        return text + "\n";
    }

    private void draw(Curves curves) throws XMLStreamException {
        List<ClassCurve> shown = curves.classes().stream()
                .sorted(Comparator.comparingDouble(each -> each.rocArea().value()))
                .limit(MOST)
                .toList();
        int height = TOP + SIDE + 62 + ROW * (shown.size() + 1);
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes("viewBox", "0 0 " + WIDTH + " " + height, "width", WIDTH, "height", height);
        attributes("font-family", "sans-serif", "font-size", 11);
        empty("rect", "width", WIDTH, "height", height, "fill", "#ffffff");
        text("ROC on " + curves.part(), LEFT, 18, "start", "bold");
        text("Precision and recall on " + curves.part(), LEFT + SIDE + GAP, 18, "start", "bold");
        frame(LEFT, "false alarms", "recall");
        frame(LEFT + SIDE + GAP, "recall", "precision");
        line(new double[] {0, 1}, new double[] {0, 1}, LEFT, "#999999", "3 3", 1);
        trace(curves.macroRoc(), LEFT, "#222222", "6 4");
        trace(curves.macroPrecisionRecall(), LEFT + SIDE + GAP, "#222222", "6 4");
        panel(shown, LEFT, ClassCurve::roc, OperatingPoint::alarmRate, OperatingPoint::recall);
        panel(shown, LEFT + SIDE + GAP, ClassCurve::precisionRecall, OperatingPoint::recall, OperatingPoint::precision);
        legend(curves, shown);
        xml.writeEndElement();
    }

    private void panel(
            List<ClassCurve> shown,
            int left,
            Function<ClassCurve, Trace> trace,
            Function<OperatingPoint, Double> across,
            Function<OperatingPoint, Double> up)
            throws XMLStreamException {
        for (int i = 0; i < shown.size(); i++) {
            trace(trace.apply(shown.get(i)), left, COLOURS.get(i), "");
        }
        for (int i = 0; i < shown.size(); i++) {
            Optional<OperatingPoint> now = shown.get(i).now().filter(OperatingPoint::answered);
            if (now.isPresent()) {
                empty(
                        "circle",
                        "cx",
                        number(left + SIDE * across.apply(now.get())),
                        "cy",
                        number(TOP + SIDE * (1 - up.apply(now.get()))),
                        "r",
                        4,
                        "fill",
                        COLOURS.get(i),
                        "stroke",
                        "#ffffff");
            }
        }
    }

    private void frame(int left, String across, String up) throws XMLStreamException {
        for (int percent = 0; percent <= 100; percent += 25) {
            int x = left + SIDE * percent / 100;
            int y = TOP + SIDE - SIDE * percent / 100;
            empty("line", "x1", left, "x2", left + SIDE, "y1", y, "y2", y, "stroke", "#dddddd");
            empty("line", "x1", x, "x2", x, "y1", TOP, "y2", TOP + SIDE, "stroke", "#dddddd");
            text(percent + " %", x, TOP + SIDE + 15, "middle", "normal");
            text(percent + " %", left - 5, y + 4, "end", "normal");
        }
        text(across, left + SIDE / 2, TOP + SIDE + 31, "middle", "normal");
        text(up, left - 40, TOP - 8, "start", "normal");
    }

    private void legend(Curves curves, List<ClassCurve> shown) throws XMLStreamException {
        int y = TOP + SIDE + 54;
        entry(y, Curves.MACRO, "#222222", curves.macroRocArea(), curves.macroAveragePrecision(), "");
        for (int i = 0; i < shown.size(); i++) {
            ClassCurve each = shown.get(i);
            String now = each.now()
                    .filter(OperatingPoint::answered)
                    .map(point -> String.format(Locale.ROOT, "; answered from %.3f on", point.threshold()))
                    .orElse("");
            entry(y + ROW * (i + 1), each.name(), COLOURS.get(i), each.rocArea(), each.averagePrecision(), now);
        }
    }

    private void entry(int y, String name, String colour, Interval roc, Interval precision, String more)
            throws XMLStreamException {
        empty("rect", "x", LEFT, "y", y - 9, "width", 12, "height", 10, "fill", colour);
        text(
                name + ": ROC area " + roc.number() + ", average precision " + precision.number() + more,
                LEFT + 18,
                y,
                "start",
                "normal");
    }

    private void trace(Trace trace, int left, String colour, String dashes) throws XMLStreamException {
        line(trace.x(), trace.y(), left, colour, dashes, 1.6);
    }

    private void line(double[] x, double[] y, int left, String colour, String dashes, double width)
            throws XMLStreamException {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ")
                    .append(number(left + SIDE * x[i]))
                    .append(',')
                    .append(number(TOP + SIDE * (1 - y[i])));
        }
        empty(
                "polyline",
                Stream.of(
                                "points",
                                points,
                                "fill",
                                "none",
                                "stroke",
                                colour,
                                "stroke-width",
                                width,
                                "stroke-dasharray",
                                dashes.isEmpty() ? "none" : dashes)
                        .toArray());
    }

    private void text(String text, int x, int y, String anchor, String weight) throws XMLStreamException {
        xml.writeStartElement("text");
        attributes("x", x, "y", y, "text-anchor", anchor, "font-weight", weight, "fill", "#222222");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void empty(String element, Object... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
