package vermeer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vermeer.image.ColourBar;
import vermeer.model.Target;
import vermeer.trust.Control;
import vermeer.trust.Randomisation;
import vermeer.trust.Ranking;
import vermeer.trust.Reading;

/** What a report says of whether one picture's maps can be believed. */
record TrustContent(ReportedPicture picture) {
    private static final double[] JUDGEMENT_WIDTHS = {0.17, 0.11, 0.11, 0.11, 0.11, 0.39};

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        picture.maps().forEach(map -> blocks.addAll(judged(map)));
        Set<Target> targets = new LinkedHashSet<>();
        picture.maps().forEach(map -> targets.add(map.target()));
        targets.forEach(target -> blocks.addAll(ranking(target)));
        picture.agreements().forEach(agreement -> blocks.addAll(compared(agreement)));
        return blocks;
    }

    private static List<Block> judged(ReportedMap map) {
        List<Block> blocks = new ArrayList<>();
        if (map.judgements().isEmpty() && map.randomisation().isEmpty()) {
            return blocks;
        }
        blocks.add(new Block.Heading(3, "Can it be believed? " + PictureContent.title(map)));
        if (!map.judgements().isEmpty()) {
            blocks.add(table(map.judgements()));
        }
        List<Chart> charts = new ArrayList<>(map.judgements().stream()
                .map(judgement -> Chart.of(judgement, map.target()))
                .filter(chart -> !chart.lines().isEmpty())
                .toList());
        Optional<Randomisation.Verdict> verdict = map.randomisation();
        verdict.ifPresent(tested -> {
            blocks.add(
                    new Block.Paragraph(tested.sentence(map.method().title()) + " Its curve is drawn below.", false));
            charts.add(Chart.of(tested));
        });
        if (!charts.isEmpty()) {
            blocks.add(new Block.Charts(charts));
        }
        return blocks;
    }

    private static Block table(List<Judgement> judgements) {
        List<String> header = new ArrayList<>(List.of("Measure", "This map"));
        for (Control control : Control.values()) {
            header.add(control.title());
        }
        header.add("What it says");
        List<List<String>> rows = new ArrayList<>();
        for (Judgement judgement : judgements) {
            List<String> row = new ArrayList<>();
            row.add(judgement.measure().title() + " (" + (judgement.measure().higherIsBetter() ? "higher" : "lower")
                    + " is better)");
            row.add(ColourBar.number(judgement.reading().value()));
            for (Control control : Control.values()) {
                Reading reading = judgement.controls().get(control);
                row.add(reading == null ? "–" : ColourBar.number(reading.value()));
            }
            row.add(judgement.reading().sentence() + " " + judgement.verdict());
            rows.add(List.copyOf(row));
        }
        return new Block.Table(header, JUDGEMENT_WIDTHS, rows, List.of());
    }

    /** All maps of one target and the controls, best first by the first measure that judged them. */
    private List<Block> ranking(Target target) {
        List<ReportedMap> judged = picture.maps().stream()
                .filter(map -> map.target().equals(target) && !map.judgements().isEmpty())
                .toList();
        if (judged.size() < 2) {
            return List.of();
        }
        Judgement first = judged.get(0).judgements().get(0);
        Map<String, Reading> readings = new LinkedHashMap<>();
        judged.forEach(map -> map.judgements().stream()
                .filter(judgement -> judgement.measure().equals(first.measure()))
                .forEach(judgement -> readings.put(map.titleAmong(judged), judgement.reading())));
        List<Ranking.Row> rows =
                Ranking.of(first.measure(), readings, first.controls()).rows();
        return List.of(
                new Block.Heading(
                        3,
                        "All maps of " + target.name() + " by "
                                + first.measure().title().toLowerCase(Locale.ROOT)),
                new Block.Table(
                        List.of("Place", "Map", first.measure().title()),
                        new double[] {0.1, 0.6, 0.3},
                        IntStream.range(0, rows.size())
                                .mapToObj(place -> List.of(
                                        Integer.toString(place + 1),
                                        rows.get(place).title()
                                                + (rows.get(place).control() ? " (control)" : ""),
                                        ColourBar.number(
                                                rows.get(place).reading().value())))
                                .toList(),
                        IntStream.range(0, rows.size())
                                .filter(place -> !rows.get(place).control())
                                .boxed()
                                .toList()));
    }

    private static List<Block> compared(ReportedAgreement compared) {
        return List.of(
                new Block.Heading(3, "Do the maps of " + compared.target().name() + " agree?"),
                new Block.Paragraph(
                        String.format(
                                Locale.ROOT,
                                "The rank correlation of each pair of maps: 1 where both order the places of the"
                                        + " picture alike, 0 where they have nothing in common, -1 where one is the"
                                        + " other's opposite. The disagreement, 1 minus the mean, is %.2f.",
                                compared.agreement().disagreement()),
                        false),
                new Block.Matrix(
                        compared.agreement().titles(), compared.agreement().correlations()));
    }
}
