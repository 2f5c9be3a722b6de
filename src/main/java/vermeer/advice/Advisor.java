package vermeer.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.evaluation.Interval;

/**
 * Reads the errors from human level to test and names the first large gap. A gap counts as large where its whole interval lies
 * above 0, it is at least {@code worthwhile}, and no clear gap further down is more than twice as large.
 *
 * @param worthwhile the smallest gap worth working on, as a share: 0.01 is a point
 */
public record Advisor(double worthwhile) {

    public Advisor() {
        this(0.01);
    }

    /**
     * @param human the best possible error
     * @throws IllegalArgumentException where neither train nor dev was judged; the message is a sentence for the user
     */
    public Advice advise(HumanLevel human, SplitErrors errors) {
        List<Gap> gaps = gaps(human, errors);
        if (gaps.isEmpty()) {
            throw new IllegalArgumentException(
                    "Advice needs the errors on train or dev; evaluate the model on them first.");
        }
        List<String> notes = notes(human, errors);
        Optional<Gap> step = step(gaps);
        if (step.isPresent()) {
            Gap gap = step.get();
            larger(gaps, gap).ifPresent(notes::add);
            String sentence = capital(gap.kind().title()) + " first: the " + gap.to() + " error is " + gap.points()
                    + " above " + above(gap) + ". " + gap.kind().meaning();
            return new Advice(
                    gaps, Advice.Verdict.ACT, step, sentence, gap.kind().actions(), notes);
        }
        return gaps.stream()
                .filter(gap -> gap.size().high() >= 5 * worthwhile)
                .max(Comparator.comparingDouble(gap -> gap.size().high()))
                .map(gap -> tooFew(gaps, gap, errors, notes))
                .orElseGet(() -> good(gaps, notes));
    }

    private Optional<Gap> step(List<Gap> gaps) {
        List<Gap> large = gaps.stream()
                .filter(gap -> gap.clear() && gap.size().value() >= worthwhile)
                .toList();
        double largest =
                large.stream().mapToDouble(gap -> gap.size().value()).max().orElse(0);
        return large.stream().filter(gap -> gap.size().value() >= largest / 2).findFirst();
    }

    /** A gap that may be larger than the one to work on, but that too few pictures show. */
    private static Optional<String> larger(List<Gap> gaps, Gap step) {
        return gaps.stream()
                .filter(gap -> !gap.clear() && gap.size().value() > step.size().value())
                .findFirst()
                .map(gap -> capital(gap.kind().title()) + " may be larger, " + gap.points()
                        + ", but there are not enough " + gap.to() + " pictures to tell.");
    }

    private static List<Gap> gaps(HumanLevel human, SplitErrors errors) {
        List<Gap> gaps = new ArrayList<>();
        String from = "human-level";
        Interval error = human.error();
        boolean trainDev = errors.of(Split.TRAIN_DEV).isPresent();
        boolean train = errors.of(Split.TRAIN).isPresent();
        for (Split split : Split.values()) {
            Optional<ErrorCount> count = errors.of(split);
            if (count.isPresent()) {
                GapKind kind =
                        switch (split) {
                            case TRAIN -> GapKind.BIAS;
                            case TRAIN_DEV -> train ? GapKind.VARIANCE : GapKind.BIAS;
                            case DEV -> trainDev ? GapKind.MISMATCH : train ? GapKind.VARIANCE : GapKind.BIAS;
                            case TEST -> errors.of(Split.DEV).isPresent() ? GapKind.DEV_OVERFIT : GapKind.VARIANCE;
                        };
                gaps.add(Gap.of(kind, from, error, split.text(), count.get().rate()));
                from = split.text();
                error = count.get().rate();
            }
        }
        return gaps;
    }

    private Advice tooFew(List<Gap> gaps, Gap gap, SplitErrors errors, List<String> notes) {
        ErrorCount count = errors.counts().get(Split.parse(gap.to()));
        int needed = needed(gap, errors);
        String sentence = String.format(
                Locale.ROOT,
                "Not enough pictures to tell: %s could be as large as %.1f points, or nothing (%.1f, %.1f to %.1f)."
                        + " About %d %s pictures instead of %d would show a gap of this size.",
                gap.kind().title(),
                100 * gap.size().high(),
                100 * gap.size().value(),
                100 * gap.size().low(),
                100 * gap.size().high(),
                needed,
                gap.to(),
                count.pictures());
        List<String> actions = List.of(
                "Collect more labelled " + gap.to() + " pictures before changing the network.",
                "Until then, look at the single errors: the confusion matrix and the largest losses.");
        return new Advice(gaps, Advice.Verdict.TOO_FEW_PICTURES, Optional.of(gap), sentence, actions, notes);
    }

    /** So many pictures that a gap of half the possible size is clear: (z / gap)^2 times the variance of one answer. */
    private int needed(Gap gap, SplitErrors errors) {
        double target = Math.max(gap.size().high() / 2, worthwhile);
        double error =
                Math.max(0.02, errors.counts().get(Split.parse(gap.to())).rate().value());
        double z = 1.96;
        int needed = (int) Math.ceil(z * z * error * (1 - error) / (target * target));
        int now = errors.counts().get(Split.parse(gap.to())).pictures();
        return Math.max(roundedUp(needed), roundedUp(2 * now));
    }

    private static int roundedUp(int number) {
        int step = number < 100 ? 10 : 50;
        return (number + step - 1) / step * step;
    }

    private static Advice good(List<Gap> gaps, List<String> notes) {
        return new Advice(
                gaps,
                Advice.Verdict.GOOD,
                Optional.empty(),
                "No gap is large: the network does about as well as people do, also on pictures that it did not see.",
                List.of(
                        "Look for subsets where it still does badly; that is where a product improves.",
                        "Hand the model on, with its card, and collect the pictures that it gets wrong in use."),
                notes);
    }

    private static List<String> notes(HumanLevel human, SplitErrors errors) {
        List<String> notes = new ArrayList<>();
        if (human.equals(HumanLevel.assumed())) {
            notes.add("No human-level error was given, so people are taken to make no mistakes; the bias that can be"
                    + " avoided may be smaller than it seems.");
        }
        errors.of(Split.TRAIN)
                .filter(train -> train.rate().high() < human.error().low())
                .ifPresent(train -> notes.add(
                        "The network does better than people on its training pictures, so bias no longer says much."));
        if (errors.of(Split.TRAIN).isPresent()
                && errors.of(Split.TRAIN_DEV).isEmpty()
                && errors.of(Split.DEV).isPresent()) {
            notes.add("There is no train-dev split. Where dev pictures come from elsewhere than training pictures,"
                    + " variance and data mismatch cannot be told apart without one.");
        }
        if (errors.of(Split.TEST).isEmpty()) {
            notes.add("Test was not looked at, so overfitting to dev is not known.");
        }
        return notes;
    }

    private static String above(Gap gap) {
        return gap.from().equals("human-level") ? "human level" : "the " + gap.from() + " error";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
