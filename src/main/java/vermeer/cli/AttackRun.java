package vermeer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import vermeer.attack.Afterwards;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.attack.DefenceTrial;
import vermeer.attack.Goal;
import vermeer.attack.SharedAttack;
import vermeer.attack.SmallestEpsilon;
import vermeer.attack.Space;
import vermeer.attack.defence.Defence;
import vermeer.attack.defence.Defences;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/**
 * Attacks pictures one after another, or all with one pattern, and writes and prints what comes of it.
 *
 * @param target the class wanted; empty where any other will do
 * @param other a second model that the results are shown to
 * @param asked what else is to be found out
 */
record AttackRun(
        Surroundings surroundings,
        OpenModel opened,
        Attack attack,
        OptionalInt target,
        Path out,
        OutputFormat format,
        Optional<OpenModel> other,
        Asked asked) {
    private static final int[] QUALITIES = {95, 75};

    /**
     * What else is to be found out.
     *
     * @param smallest the smallest epsilon that works
     * @param defences how defences fare
     */
    record Asked(boolean smallest, boolean defences) {}

    /** @return the exit code: 1 where a picture could not be read */
    int run(Inputs inputs) throws EngineException, CommandException, FileException, CancelledException {
        AttackFiles files = new AttackFiles(out, opened);
        EachInput each = new EachInput(surroundings, opened, "Attacking");
        if (!(attack instanceof SharedAttack shared)) {
            return each.run(inputs, (input, progress) -> {
                Tried tried = tried(input, progress);
                tell(files, input, tried, progress);
            });
        }
        List<NetworkInput> read = new ArrayList<>();
        int code = each.run(inputs, (input, progress) -> read.add(input));
        List<AttackResult> results = new ArrayList<>();
        ProgressLine line = new ProgressLine(surroundings.terminal(), "Attacking");
        Progress progress = new DrawnProgress(surroundings.progress(), line);
        List<Picture> pictures = read.stream().map(NetworkInput::picture).toList();
        if (!pictures.isEmpty()) {
            Attacking.on(opened).attackAll(shared, pictures, target, (index, result) -> results.add(result), progress);
        }
        line.clear();
        for (int i = 0; i < results.size(); i++) {
            tell(files, read.get(i), new Tried(attack, results.get(i)), progress);
        }
        long found = results.stream().filter(AttackResult::found).count();
        surroundings.terminal().err().println("One pattern fooled " + found + " of " + results.size() + " pictures.");
        return code;
    }

    /**
     * An attack's result with the attack that led to it.
     *
     * @param attack with the epsilon that was found to be the smallest, where that was asked for
     */
    private record Tried(Attack attack, AttackResult result) {}

    private Tried tried(NetworkInput input, Progress progress) throws EngineException, CancelledException {
        Attacking attacking = Attacking.on(opened);
        if (!asked.smallest()) {
            return new Tried(attack, attacking.attack(attack, input.picture(), target, progress));
        }
        Tensor clean = opened.scores().logits(input.tensor(), progress.part(0, 0));
        Goal goal = new Goal(Goal.answer(clean.data()), target);
        Optional<SmallestEpsilon> smallest =
                SmallestEpsilon.of(attacking, attack, input.picture(), goal, clean, progress);
        if (smallest.isPresent()) {
            Attack found = SmallestEpsilon.withEpsilon(attack, smallest.get().epsilon());
            return new Tried(found, smallest.get().result());
        }
        Attack largest = SmallestEpsilon.withEpsilon(attack, 255);
        return new Tried(largest, attacking.attack(largest, input.picture(), goal, clean, progress));
    }

    private void tell(AttackFiles files, NetworkInput input, Tried tried, Progress progress)
            throws EngineException, FileException, CancelledException {
        ObjectNode written = files.write(
                input, tried.attack(), tried.result(), description -> more(description, input, tried, progress));
        surroundings
                .terminal()
                .out()
                .println(format == OutputFormat.JSON ? written : sentence(tried.result(), written));
    }

    private void more(ObjectNode description, NetworkInput input, Tried tried, Progress progress)
            throws EngineException, CancelledException {
        AttackResult result = tried.result();
        Attacking attacking = Attacking.on(opened);
        if (asked.smallest() && result.found()) {
            tried.attack().limit().ifPresent(limit -> description.put("smallestEpsilon", limit.epsilon()));
        }
        if (attack.space() == Space.PICTURE) {
            ArrayNode jpeg = description.putArray("jpeg");
            for (int quality : QUALITIES) {
                Afterwards after = Afterwards.jpeg(attacking, result, quality, progress);
                jpeg.addObject().put("quality", quality).put("found", after.found());
            }
        }
        if (other.isPresent()) {
            transfer(description.putObject("transfer"), other.get(), result, progress);
        }
        if (asked.defences()) {
            defences(description.putArray("defences"), input, tried, progress);
        }
    }

    private static void transfer(ObjectNode transfer, OpenModel second, AttackResult result, Progress progress)
            throws EngineException, CancelledException {
        Afterwards after = Afterwards.transferred(Attacking.on(second), result, progress);
        Tensor seen = second.preprocessing().input(result.original());
        transfer.put("model", second.name());
        transfer.set("clean", AttackFiles.top(second, second.scores().logits(seen, progress.part(0, 0))));
        transfer.set("adversarial", AttackFiles.top(second, after.logits()));
        transfer.put("found", after.found());
    }

    private void defences(ArrayNode defences, NetworkInput input, Tried tried, Progress progress)
            throws EngineException, CancelledException {
        for (Defence defence : Defences.all()) {
            DefenceTrial trial = DefenceTrial.of(
                    Attacking.on(opened),
                    defence,
                    tried.attack(),
                    input.picture(),
                    tried.result(),
                    progress.part(0, 0));
            defences.addObject()
                    .put("name", defence.name())
                    .put("cleanKept", trial.cleanKept())
                    .put("survives", trial.survives())
                    .put("survivesKnowing", trial.survivesKnowing());
        }
    }

    private String sentence(AttackResult result, ObjectNode written) {
        Answer.Score before = Answer.of(opened, result.clean()).best();
        Answer.Score after = Answer.of(opened, result.rounded()).best();
        return String.format(
                Locale.ROOT,
                "%s: %s %s %d %s (%.1f %%) %s %d %s (%.1f %%), largest change %.3g, root mean square %.3g levels, in"
                        + " %.0f ms: %s",
                written.get("image").textValue(),
                attack.title(),
                result.found() ? "turned" : "found nothing:",
                before.index(),
                before.name(),
                100 * before.probability(),
                result.found() ? "into" : "stays",
                after.index(),
                after.name(),
                100 * after.probability(),
                result.size().lInf(),
                result.size().meanSquare(),
                result.milliseconds(),
                written.get("files").get("png").textValue());
    }
}
