package vermeer.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import vermeer.file.FileException;
import vermeer.image.ColourBar;
import vermeer.image.Pixels;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** A report as one HTML file that needs nothing else: pictures inside, no scripts, readable in light, dark and on paper. */
public final class HtmlReport {
    private static final int BAR_STEPS = 256;
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private final Markup html;
    private final Steps steps;

    private HtmlReport(Markup html, Steps steps) {
        this.html = html;
        this.steps = steps;
    }

    /**
     * Writes the file, replacing what was there in one step.
     *
     * @param progress told of each drawing; cancels, and then leaves the old file as it was
     * @throws FileException where it could not be written
     */
    public static void write(Report report, Path file, Progress progress) throws FileException, CancelledException {
        Steps.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            new HtmlReport(new Markup(writer), new Steps(report, progress)).page(report);
            writer.flush();
        });
    }

    private void page(Report report) throws IOException {
        html.ours("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.single("meta", "charset", "utf-8");
        html.single("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", report.title());
        html.open("style").ours(style()).close().close();
        html.open("body").open("main");
        for (Block block : Content.of(report)) {
            block(block);
        }
        html.close().close().close();
    }

    private static String style() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            html.element("h" + heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            html.element("p", paragraph.text(), "class", paragraph.note() ? "note" : "plain");
        } else if (block instanceof Block.Items items) {
            html.open("ul");
            for (String text : items.texts()) {
                html.element("li", text);
            }
            html.close();
        } else if (block instanceof Block.Probabilities probabilities) {
            probabilities(probabilities.classes());
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Matrix matrix) {
            matrix(matrix);
        } else if (block instanceof Block.Charts charts) {
            html.open("div", "class", "gallery charts");
            for (Chart chart : charts.charts()) {
                new HtmlChart(html).draw(chart);
            }
            html.close();
        } else if (block instanceof Block.Gallery gallery) {
            html.open("div", "class", "gallery");
            for (Block.Drawing drawing : gallery.drawings()) {
                drawing(drawing);
            }
            html.close();
        }
    }

    private void probabilities(List<ClassProbability> classes) throws IOException {
        html.open("table", "class", "probabilities");
        for (ClassProbability each : classes) {
            String percent = String.format(Locale.ROOT, "%.2f %%", 100 * each.probability());
            html.open("tr").element("td", percent, "class", "number");
            html.open("td", "class", "share");
            html.open("div", "style", String.format(Locale.ROOT, "width: %.2f%%", 100 * each.probability()))
                    .close()
                    .close();
            html.open("td").element("bdi", each.name()).text(" (class " + each.index() + ")");
            html.close().close();
        }
        html.close();
    }

    private void table(Block.Table table) throws IOException {
        html.open("table").open("colgroup");
        for (double width : table.widths()) {
            html.single("col", "style", String.format(Locale.ROOT, "width: %.1f%%", 100 * width));
        }
        html.close();
        if (!table.header().isEmpty()) {
            html.open("thead").open("tr");
            for (String cell : table.header()) {
                html.element("th", cell, "scope", "col");
            }
            html.close().close();
        }
        html.open("tbody");
        for (int row = 0; row < table.rows().size(); row++) {
            html.open("tr", "class", table.strong().contains(row) ? "strong" : "plain");
            for (String cell : table.rows().get(row)) {
                html.element("td", cell);
            }
            html.close();
        }
        html.close().close();
    }

    private void matrix(Block.Matrix matrix) throws IOException {
        html.open("div", "class", "wide").open("table", "class", "matrix").open("tr");
        html.element("td", "");
        for (int column = 1; column <= matrix.titles().size(); column++) {
            html.element("th", Integer.toString(column), "scope", "col");
        }
        html.close();
        for (int row = 0; row < matrix.titles().size(); row++) {
            html.open("tr").element("th", row + 1 + "  " + matrix.titles().get(row), "scope", "row");
            for (double value : matrix.values().get(row)) {
                html.element(
                        "td",
                        PdfMatrix.text(value),
                        "style",
                        String.format(
                                Locale.ROOT,
                                "background: rgba(%s, %.2f)",
                                value < 0 ? "198, 70, 0" : "26, 95, 180",
                                0.65 * Math.min(1, Math.abs(value))));
            }
            html.close();
        }
        html.close().close();
    }

    private void drawing(Block.Drawing drawing) throws IOException {
        steps.next();
        Pixels pixels = drawing.pixels().get();
        html.open("figure").element("h3", drawing.title());
        html.single(
                "img",
                "alt",
                drawing.title(),
                "width",
                Integer.toString(pixels.width()),
                "height",
                Integer.toString(pixels.height()),
                "src",
                data(pixels));
        if (drawing.bar().isPresent()) {
            bar(drawing.bar().get());
        }
        html.open("figcaption");
        for (String paragraph : drawing.caption()) {
            html.element("p", paragraph);
        }
        html.close().close();
    }

    private void bar(ColourBar bar) throws IOException {
        String text = bar.text();
        html.single(
                "img",
                "class",
                "bar",
                "alt",
                "Colours from the lowest to the highest number",
                "src",
                data(new Pixels(BAR_STEPS, 1, bar.gradient(BAR_STEPS))));
        html.open("div", "class", "ticks");
        for (ColourBar.Tick tick : bar.ticks()) {
            html.element("span", tick.label());
        }
        html.close().element("p", text, "class", "meaning");
    }

    private static String data(Pixels pixels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pixels.writePng(png);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
