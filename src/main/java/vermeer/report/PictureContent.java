package vermeer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vermeer.image.ColourBar;

/** What a report says of one picture. */
final class PictureContent {
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
        blocks.addAll(new TrustContent(picture).blocks());
        return blocks;
    }

    private Block.Drawing drawing(ReportedMap map) {
        List<String> caption = new ArrayList<>();
        caption.add("Settings: " + Content.settings(map.method()) + ".");
        new TreeMap<>(map.details()).forEach((name, value) -> caption.add(sentence(name, value)));
        caption.addAll(map.marked().sentences("The dashed box"));
        Map<String, Double> facts = map.facts();
        if (facts.containsKey("completenessError") && facts.containsKey("expected")) {
            caption.add("The values should add up to " + ColourBar.number(facts.get("expected")) + " and miss it by "
                    + ColourBar.number(facts.get("completenessError")) + " (completeness error).");
        }
        return new Block.Drawing(
                title(map),
                () -> picture.drawn(map),
                Optional.of(ColourBar.of(map.overlay(), map.map())),
                List.copyOf(caption));
    }

    /** {@code Layer: conv.} */
    private static String sentence(String name, String value) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + value
                + (value.endsWith(".") ? "" : ".");
    }

    static String title(ReportedMap map) {
        return map.method().title() + ": " + map.target().name();
    }
}
