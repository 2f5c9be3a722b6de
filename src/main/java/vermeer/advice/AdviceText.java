package vermeer.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.data.Split;

/** Advice as lines for people: the table of errors, the gaps, and what to do next. */
public final class AdviceText {
    private AdviceText() {}

    public static List<String> lines(HumanLevel human, SplitErrors errors, Advice advice) {
        List<String> lines = new ArrayList<>();
        boolean width = human.error().low() < human.error().high();
        lines.add(row(
                "human level",
                width ? human.error().percent() : percent(human.error().value()),
                human.source()));
        for (Split split : Split.values()) {
            errors.of(split)
                    .ifPresent(count -> lines.add(row(
                            split.text(),
                            count.rate().percent(),
                            count.errors() + " of " + count.pictures() + " pictures")));
        }
        lines.add("");
        for (Gap gap : advice.gaps()) {
            lines.add(row(
                    gap.kind().title(),
                    gap.points(),
                    gap.from() + " to " + gap.to() + (gap.clear() ? "" : "; " + gap.doubt())));
        }
        lines.add("");
        lines.add(advice.sentence());
        advice.actions().forEach(action -> lines.add("  - " + action));
        advice.notes().forEach(note -> lines.add("Note: " + note));
        return lines;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String row(String name, String value, String remark) {
        return String.format("%-19s %-26s  %s", name, value, remark);
    }
}
