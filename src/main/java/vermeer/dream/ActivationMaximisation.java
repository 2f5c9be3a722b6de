package vermeer.dream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.Adam;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * Activation maximisation: gradient ascent (Adam) on a picture until it excites a class, a channel or a neuron as strongly as
 * possible. At every step the network sees it moved, turned and scaled at random, so that only what survives that is drawn.
 *
 * <p>Facts: {@code objective} of the finished picture; of a class also {@code logit}, {@code probability} and {@code rank}.
 */
public record ActivationMaximisation(
        @Help("What is optimised: waves of every frequency, or pixels.") Parameterisation parameterisation,
        @Range(min = 1, max = 4_096) @Help("Steps of the ascent.") int steps,
        @Range(min = 0.001, max = 1) @Help("Step size of the ascent.") double rate,
        @Range(min = 0, max = 64) @Help(value = "How far the picture is moved at random before each step.", unit = "px")
                int jitter,
        @Range(min = 0, max = 45) @Help(value = "How far it is turned at random.", unit = "°") double rotation,
        @Range(min = 0, max = 0.5) @Help("How much it is scaled at random, as a share of its size.") double scaling,
        @Range(min = 0, max = 1_000) @Help("Price of roughness (total variation), in units of the objective.")
                double roughness,
        @Help("Whether colours are mixed as in natural pictures.") boolean decorrelatedColour,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the first picture and of the movements.") long seed)
        implements Dream {

    public ActivationMaximisation() {
        this(Parameterisation.FOURIER, 256, 0.05, 12, 6, 0.08, 5, true, 0);
    }

    @Override
    public String name() {
        return "activation-maximisation";
    }

    @Override
    public String title() {
        return "Activation maximisation";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What excites a class, a channel or a neuron most, among pictures that survive small movements.",
                "A typical picture of the class, nor all that excites it: other seeds find other pictures, and none of"
                        + " them looks like a photo.",
                steps + " gradient passes.",
                "Olah, Mordvintsev, Schubert: Feature visualization (2017)");
    }

    @Override
    public Needs needs() {
        return new Needs(true, true, false, Needs.Use.NO, Needs.Use.NO);
    }

    @Override
    public Optional<Layer> layer(OpenModel model) {
        return FeatureMapLayers.of(model).at(0.5);
    }

    @Override
    public Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException {
        needs().check(title(), subject);
        InputProfile profile = model.profile();
        Canvas canvas = Canvas.of(profile);
        SplittableRandom random = new SplittableRandom(seed);
        Painting painting = new Painting(
                parameterisation,
                profile.channels().count(),
                canvas.height(),
                canvas.width(),
                decorrelatedColour,
                random.split());
        Adam adam = new Adam(painting.parameters().length, rate);
        Picture first = painting.picture().picture();
        List<Double> course = new ArrayList<>();
        try (Objective objective = Objective.of(model, subject.feature(), profile.height(), profile.width())) {
            for (int step = 1; step <= steps; step++) {
                Planes picture = painting.picture();
                Sampling view = view(canvas, picture, profile, random);
                Objective.Answer answer = objective.of(view.apply(picture), progress.part(0, 0));
                float[] gradient = view.transpose(picture.channels(), answer.gradient());
                TotalVariation.charge(picture, roughness, gradient);
                float[] downhill = painting.gradient(gradient);
                for (int i = 0; i < downhill.length; i++) {
                    downhill[i] = -downhill[i];
                }
                adam.step(painting.parameters(), downhill);
                course.add(answer.value());
                if (Frames.due(step, steps)) {
                    frames.show(new Frame(
                            step, steps, answer.value(), painting.picture().picture()));
                }
                progress.report(step, steps);
            }
            Picture made = painting.picture().picture();
            return new Dreamt(
                    made,
                    first,
                    course,
                    facts(model, subject, objective, made, progress),
                    Optional.empty(),
                    dead(course));
        }
    }

    private Sampling view(Canvas canvas, Planes picture, InputProfile profile, SplittableRandom random) {
        int down = jitter == 0 ? 0 : random.nextInt(-jitter, jitter + 1);
        int along = jitter == 0 ? 0 : random.nextInt(-jitter, jitter + 1);
        double turned = Math.toRadians(rotation) * (2 * random.nextDouble() - 1);
        double scaled = 1 + scaling * (2 * random.nextDouble() - 1);
        return Sampling.window(
                picture, profile.height(), profile.width(), canvas.top() + down, canvas.left() + along, turned, scaled);
    }

    private static Map<String, Double> facts(
            OpenModel model, DreamSubject subject, Objective objective, Picture made, Progress progress)
            throws EngineException, CancelledException {
        Map<String, Double> facts = new HashMap<>();
        double value = objective.value(model.preprocessing().input(made), progress.part(0, 0));
        facts.put("objective", value);
        if (subject.feature() instanceof Feature.Logit logit) {
            facts.putAll(Verdict.of(model, made, logit.index(), progress).facts());
        }
        return facts;
    }

    private static List<String> dead(List<Double> course) {
        boolean same = course.stream().distinct().count() == 1 && course.size() > 1;
        return same
                ? List.of("Nothing that was tried moves it: it is dead for this picture; another seed may wake it.")
                : List.of();
    }
}
