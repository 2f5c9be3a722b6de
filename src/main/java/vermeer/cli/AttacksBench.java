package vermeer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vermeer.attack.Attack;
import vermeer.attack.AttackResult;
import vermeer.attack.Attacking;
import vermeer.attack.Bim;
import vermeer.attack.DeepFool;
import vermeer.attack.Fgsm;
import vermeer.attack.Goal;
import vermeer.attack.Pgd;
import vermeer.attack.SmallestEpsilon;
import vermeer.attack.UniformNoise;
import vermeer.attack.corruption.Corruption;
import vermeer.attack.corruption.Corruptions;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;

/** How often attacks succeed, before and after rounding to 8 bits, and how fast they are. */
final class AttacksBench implements BenchSuite {
    private static final Stopwatch PASSES = new Stopwatch(5, 200, 2);
    private static final Stopwatch ATTACKS = new Stopwatch(3, 50, 2);
    private static final List<Double> EPSILONS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);
    private static final List<Attack> SIZED = List.of(new Fgsm(), new Bim(), new Pgd(), new UniformNoise());
    private static final String SPEED = "speed";

    @Override
    public String name() {
        return "attacks";
    }

    @Override
    public List<String> about() {
        return List.of(
                "success  the share of pictures (PATH, default: the bundled photos) whose answer an attack changes, at"
                        + " each epsilon in levels: in the network's input before rounding, there after rounding to 8"
                        + " bits, and in the original picture, where only the rounded picture counts; for DeepFool the"
                        + " median L2 norm in units of the full range",
                "speed    on the first picture: FGSM, PGD with all of its 40 steps beside 40 bare forward passes,"
                        + " DeepFool with 10 classes, and the pictures a second under a corruption's slider");
    }

    @Override
    public List<String> choices() {
        return List.of("fgsm", "bim", "pgd", "uniform-noise", "deepfool", SPEED);
    }

    @Override
    public BenchResult run(BenchRequest request) throws Exception {
        List<Path> paths = request.paths().isEmpty() ? List.of(SampleFiles.photos()) : request.paths();
        ProgressLine line = new ProgressLine(request.surroundings().terminal(), "Attacking");
        try (OpenModel model = request.open()) {
            List<Picture> pictures = new ArrayList<>();
            for (FoundPicture found : FoundPicture.in(paths)) {
                pictures.add(request.surroundings()
                        .pictures()
                        .decode(found.file(), request.surroundings().progress()));
            }
            Success success =
                    new Success(model, pictures, request.surroundings().progress(), line);
            List<AttacksReport.Rate> rates = new ArrayList<>();
            for (Attack attack : SIZED) {
                if (request.wants(attack.name())) {
                    for (double epsilon : EPSILONS) {
                        rates.add(success.rate(attack, epsilon));
                    }
                }
            }
            List<AttacksReport.Smallest> smallest =
                    request.wants("deepfool") ? List.of(success.smallest(new DeepFool())) : List.of();
            List<AttacksReport.Time> times = request.wants(SPEED) ? times(request, model, pictures.get(0)) : List.of();
            return new AttacksReport(
                    model.name(), request.surroundings().engineName(), pictures.size(), rates, smallest, times);
        } finally {
            line.clear();
        }
    }

    private static List<AttacksReport.Time> times(BenchRequest request, OpenModel model, Picture picture)
            throws Exception {
        Progress progress = request.surroundings().progress();
        Tensor input = model.preprocessing().input(picture);
        String name = model.graph().inputs().get(0).name();
        List<String> outputs = List.of(model.logitsValue());
        Attacking attacking = Attacking.on(model);
        Attack pgd = Settings.apply(new Pgd(), Map.of("epsilon", "1", "all-steps", "true"));
        // 40 steps without a look at the rounded picture in between: what the steps themselves cost.
        Attack steps = Settings.apply(pgd, Map.of("space", "input", "epsilon", "0", "random-start", "false"));
        Corruption blur = Corruptions.named("blur").orElseThrow();
        try (Session session = request.surroundings().engine().get().open(model.graph())) {
            Turns turns = new Turns(() -> session.run(Map.of(name, input), outputs, progress), progress);
            List<AttacksReport.Time> times = new ArrayList<>();
            times.add(turns.time("fgsm", 1, () -> attack(attacking, new Fgsm(), picture, progress)));
            times.add(turns.time("pgd, 40 steps", 40, () -> attack(attacking, pgd, picture, progress)));
            times.add(turns.time("pgd, steps alone", 40, () -> attack(attacking, steps, picture, progress)));
            times.add(turns.time("deepfool", 1, () -> attack(attacking, new DeepFool(), picture, progress)));
            times.add(turns.time("blur, live", 1, () -> model.scores()
                    .logits(model.preprocessing().input(blur.apply(picture, 2, 0)), progress)));
            times.add(0, new AttacksReport.Time("bare forward", PASSES.best(turns.bare(), progress), 1));
            return times;
        }
    }

    /** Times actions in turns with bare forward passes; a multiple is one of the least of these. */
    private record Turns(Stopwatch.Action bare, Progress progress) {
        AttacksReport.Time time(String name, int forwards, Stopwatch.Action action)
                throws EngineException, CancelledException {
            double[] best = ATTACKS.bestInTurns(action, bare, progress);
            return new AttacksReport.Time(name, best[0], best[0] / (forwards * best[1]));
        }
    }

    private static AttackResult attack(Attacking attacking, Attack attack, Picture picture, Progress progress)
            throws EngineException, CancelledException {
        return attacking.attack(attack, picture, OptionalInt.empty(), progress.part(0, 0));
    }

    /** Counts successes over pictures. */
    private record Success(OpenModel model, List<Picture> pictures, Progress progress, ProgressLine line) {

        AttacksReport.Rate rate(Attack attack, double epsilon)
                throws EngineException, CancelledException, SettingException {
            Attack sized = SmallestEpsilon.withEpsilon(attack, epsilon);
            int unrounded = 0;
            int rounded = 0;
            int picture = 0;
            List<AttackResult> inputs = results(Settings.apply(sized, Map.of("space", "input")));
            for (AttackResult result : inputs) {
                unrounded += result.foundUnrounded() ? 1 : 0;
                rounded += result.found() ? 1 : 0;
            }
            for (AttackResult result : results(sized)) {
                picture += result.found() ? 1 : 0;
            }
            double count = pictures.size();
            return new AttacksReport.Rate(attack.name(), epsilon, unrounded / count, rounded / count, picture / count);
        }

        AttacksReport.Smallest smallest(DeepFool attack) throws EngineException, CancelledException, SettingException {
            List<AttackResult> inputs = results(Settings.apply(attack, Map.of("space", "input")));
            List<AttackResult> originals = results(attack);
            double count = pictures.size();
            return new AttacksReport.Smallest(
                    attack.name(),
                    inputs.stream().filter(AttackResult::foundUnrounded).count() / count,
                    median(inputs.stream()
                            .map(result -> result.unroundedSize().l2() / 255)
                            .toList()),
                    originals.stream().filter(AttackResult::found).count() / count,
                    median(originals.stream()
                            .map(result -> result.size().l2() / 255)
                            .toList()));
        }

        private List<AttackResult> results(Attack attack) throws EngineException, CancelledException {
            List<AttackResult> results = new ArrayList<>();
            for (Picture picture : pictures) {
                line.draw(results.size(), pictures.size());
                Tensor clean = model.scores().logits(model.preprocessing().input(picture), progress.part(0, 0));
                Goal goal = Goal.anyBut(Goal.answer(clean.data()));
                results.add(Attacking.on(model).attack(attack, picture, goal, clean, progress.part(0, 0)));
            }
            return results;
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
        }
    }
}
