package vermeer.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.MethodNotes;
import vermeer.setting.Settings;
import vermeer.trust.TrustMeasure;

/** What a report says, in order, for someone who never saw Vermeer. */
final class Content {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private final Report report;
    private final List<Block> blocks = new ArrayList<>();

    private Content(Report report) {
        this.report = report;
    }

    static List<Block> of(Report report) {
        return new Content(report).blocks();
    }

    private List<Block> blocks() {
        heading(1, report.title());
        paragraph("What " + report.model().name() + " answered for "
                + (report.pictures().size() == 1
                        ? "one picture"
                        : report.pictures().size() + " pictures")
                + ", and which parts of the picture the answer rests on. Written on "
                + DAY.format(report.written()) + ".");
        report.remarks().forEach(this::paragraph);
        if (!report.notes().isBlank()) {
            heading(2, "Notes");
            blocks.add(new Block.Paragraph(report.notes(), true));
        }
        reading();
        report.pictures().forEach(picture -> blocks.addAll(new PictureContent(picture).blocks()));
        methods();
        measures();
        model();
        repeating();
        return blocks;
    }

    private void reading() {
        heading(2, "How to read this");
        paragraph("An image classifier gives every class that it knows a score, its logit, and makes probabilities of"
                + " the scores. A map colours the places of a picture by what they contribute to the score of one"
                + " class, which is named above the map. The bar below each map says which colour stands for which"
                + " number, and what the number means; red or bright places speak for the class, and in maps with"
                + " blue, blue places speak against it. What the network did not see is dark and hatched. White boxes"
                + " hold the strongest connected places, with their share of the map's positive values; a map without"
                + " one has no place that stands out. A dashed box was drawn by the author.");
        paragraph("A map shows what this model used, not what is true of the world, and every method has blind spots,"
                + " which are listed under Methods. Colours of two maps may only be compared where their bars have"
                + " the same numbers.");
    }

    private void methods() {
        Map<String, AttributionMethod> used = new LinkedHashMap<>();
        report.pictures().forEach(picture -> picture.maps()
                .forEach(map -> used.putIfAbsent(map.method().name(), map.method())));
        if (!used.isEmpty()) {
            heading(2, "Methods");
        }
        for (AttributionMethod method : used.values()) {
            MethodNotes notes = method.notes();
            heading(3, method.title());
            blocks.add(new Block.Items(List.of(
                    "Shows: " + notes.shows(),
                    "Does not show: " + notes.doesNotShow(),
                    "Cost: " + notes.cost(),
                    "Reference: " + notes.paper())));
        }
        if (!report.notOffered().isEmpty()) {
            heading(3, "Methods that cannot explain this model");
            blocks.add(new Block.Items(report.notOffered().stream()
                    .map(fact -> fact.name() + ": " + fact.value())
                    .toList()));
        }
    }

    private void measures() {
        Map<String, TrustMeasure> used = new LinkedHashMap<>();
        report.pictures().stream()
                .flatMap(picture -> picture.maps().stream())
                .flatMap(map -> map.judgements().stream())
                .forEach(judgement -> used.putIfAbsent(judgement.measure().name(), judgement.measure()));
        if (used.isEmpty()) {
            return;
        }
        heading(2, "Measures of trust");
        paragraph("Each measure also judges three controls that know nothing of the model: a random map, an edge"
                + " detector and a blob in the centre. A map that is no better than they are explains nothing,"
                + " however convincing it looks.");
        blocks.add(new Block.Items(used.values().stream()
                .map(measure -> measure.title() + " (" + (measure.higherIsBetter() ? "higher" : "lower")
                        + " is better): " + measure.about())
                .toList()));
    }

    private void model() {
        heading(2, "The model");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", report.model().name()));
        rows.add(List.of("file", report.model().fileName()));
        rows.add(List.of("SHA-256", report.model().sha256()));
        report.model().profile().forEach(fact -> rows.add(List.of(fact.name(), fact.value())));
        facts(rows);
    }

    private void repeating() {
        heading(2, "Repeating it");
        paragraph("The same pictures, model, settings and seeds give the same maps. The settings are below each map;"
                + " settings of all methods, with their seeds, are these:");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Vermeer", report.versions().vermeer()));
        rows.add(List.of("ONNX Runtime", report.versions().engine()));
        rows.add(List.of("Java", report.versions().java()));
        report.pictures().stream()
                .flatMap(picture -> picture.maps().stream())
                .map(ReportedMap::method)
                .distinct()
                .forEach(method -> rows.add(List.of(method.title(), settings(method))));
        rows.add(List.of("Random control", "seed " + Judge.CONTROL_SEED));
        facts(rows);
        List<List<String>> pictures = report.pictures().stream()
                .filter(picture -> !picture.sha256().isEmpty())
                .map(picture -> List.of(picture.name(), picture.sha256()))
                .toList();
        if (!pictures.isEmpty()) {
            blocks.add(new Block.Table(List.of("Picture", "SHA-256"), new double[] {0.35, 0.65}, pictures, List.of()));
        }
    }

    /** The settings on one line; {@code none} for a method without settings. */
    static String settings(AttributionMethod method) {
        String line = Settings.line(method);
        return line.isEmpty() ? "none" : line;
    }

    private void facts(List<List<String>> rows) {
        blocks.add(new Block.Table(List.of(), new double[] {0.25, 0.75}, List.copyOf(rows), List.of()));
    }

    private void heading(int level, String text) {
        blocks.add(new Block.Heading(level, text));
    }

    private void paragraph(String text) {
        blocks.add(new Block.Paragraph(text, false));
    }
}
