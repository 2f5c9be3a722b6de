package vermeer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vermeer.image.ColourBar;
import vermeer.model.Target;
import vermeer.trust.Control;

/** What a report says of one picture. */
final class PictureContent {
    private static final double[] JUDGEMENT_WIDTHS = {0.17, 0.11, 0.11, 0.11, 0.11, 0.39};

    private final ReportedPicture picture;
    private final List<Block> blocks = new ArrayList<>();

    PictureContent(ReportedPicture picture) {
        this.picture = picture;
    }

    List<Block> blocks() {
        blocks.add(new Block.Heading(2, picture.name()));
        if (!picture.top().isEmpty()) {
            ClassProbability best = picture.top().get(0);
            blocks.add(new Block.Paragraph(
                    String.format(
                            Locale.ROOT,
                            "The model takes this picture for class %d, %s, with a probability of %.1f %%.",
                            best.index(),
                            best.name(),
                            100 * best.probability()),
                    false));
            blocks.add(new Block.Probabilities(picture.top()));
        }
        if (!picture.note().isBlank()) {
            blocks.add(new Block.Paragraph(picture.note(), true));
        }
        List<Block.Drawing> drawings = new ArrayList<>();
        drawings.add(new Block.Drawing(
                "The picture",
                picture::drawn,
                Optional.empty(),
                List.of(picture.width() + " x " + picture.height() + " pixels.")));
        picture.maps().forEach(map -> drawings.add(drawing(map)));
        blocks.add(new Block.Gallery(List.copyOf(drawings)));
        picture.maps().forEach(this::judgements);
        Set<Target> targets = new LinkedHashSet<>();
        picture.maps().forEach(map -> targets.add(map.target()));
        targets.forEach(this::ranking);
        return blocks;
    }

    private Block.Drawing drawing(ReportedMap map) {
        List<String> caption = new ArrayList<>();
        caption.add("Settings: " + Content.settings(map.method()) + ".");
        new TreeMap<>(map.details()).forEach((name, value) -> caption.add("The " + name + " is " + value + "."));
        Map<String, Double> facts = map.facts();
        if (facts.containsKey("completenessError") && facts.containsKey("expected")) {
            caption.add("Completeness error " + ColourBar.number(facts.get("completenessError")) + " of "
                    + ColourBar.number(facts.get("expected")) + ".");
        }
        return new Block.Drawing(
                title(map),
                () -> picture.drawn(map),
                Optional.of(ColourBar.of(map.overlay(), map.map())),
                List.copyOf(caption));
    }

    private static String title(ReportedMap map) {
        return map.method().title() + ": " + map.target().name();
    }

    private void judgements(ReportedMap map) {
        if (map.judgements().isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(3, "Can it be believed? " + title(map)));
        List<String> header = new ArrayList<>(List.of("Measure", "This map"));
        for (Control control : Control.values()) {
            header.add(control.title());
        }
        header.add("What it says");
        List<List<String>> rows = new ArrayList<>();
        for (Judgement judgement : map.judgements()) {
            List<String> row = new ArrayList<>();
            row.add(judgement.measure().title() + " (" + (judgement.measure().higherIsBetter() ? "higher" : "lower")
                    + " is better)");
            row.add(ColourBar.number(judgement.reading().value()));
            for (Control control : Control.values()) {
                Double value = judgement.controls().get(control);
                row.add(value == null ? "–" : ColourBar.number(value));
            }
            row.add(judgement.reading().sentence() + verdict(judgement));
            rows.add(List.copyOf(row));
        }
        blocks.add(new Block.Table(header, JUDGEMENT_WIDTHS, rows, List.of()));
    }

    private static String verdict(Judgement judgement) {
        if (judgement.controls().isEmpty()) {
            return "";
        }
        return judgement.beatsControls()
                ? " Better than every control."
                : " Not better than every control, so this measure does not speak for the map.";
    }

    private record Place(String title, double value, boolean control) {}

    /** All maps of one target and the controls, best first by the first measure that judged all of them. */
    private void ranking(Target target) {
        List<ReportedMap> judged = picture.maps().stream()
                .filter(map -> map.target().equals(target) && !map.judgements().isEmpty())
                .toList();
        if (judged.size() < 2) {
            return;
        }
        Judgement first = judged.get(0).judgements().get(0);
        List<Place> places = new ArrayList<>();
        judged.forEach(map -> map.judgements().stream()
                .filter(judgement -> judgement.measure().equals(first.measure()))
                .forEach(judgement -> places.add(
                        new Place(map.method().title(), judgement.reading().value(), false))));
        first.controls()
                .forEach((control, value) -> places.add(new Place(control.title() + " (control)", value, true)));
        Comparator<Place> byValue = Comparator.comparingDouble(Place::value);
        places.sort(first.measure().higherIsBetter() ? byValue.reversed() : byValue);
        blocks.add(new Block.Heading(
                3,
                "All maps of " + target.name() + " by "
                        + first.measure().title().toLowerCase(Locale.ROOT)));
        blocks.add(new Block.Table(
                List.of("Place", "Map", first.measure().title()),
                new double[] {0.1, 0.6, 0.3},
                IntStream.range(0, places.size())
                        .mapToObj(place -> List.of(
                                Integer.toString(place + 1),
                                places.get(place).title(),
                                ColourBar.number(places.get(place).value())))
                        .toList(),
                IntStream.range(0, places.size())
                        .filter(place -> !places.get(place).control())
                        .boxed()
                        .toList()));
    }
}
