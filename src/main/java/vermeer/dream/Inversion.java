package vermeer.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.Adam;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.graph.Constant;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Inversion: from noise to a picture that gives a layer the same values as a photo does. What it lacks of the photo, the
 * layer has forgotten.
 *
 * <p>Facts: {@code distanceBefore} and {@code distance}, the squared distance of the layer's values to the photo's as a share
 * of their squared length, of the first and of the finished picture.
 */
public record Inversion(
        @Help("What is optimised: waves of every frequency, or pixels.") Parameterisation parameterisation,
        @Range(min = 1, max = 4_096) @Help("Steps of the descent.") int steps,
        @Range(min = 0.001, max = 1) @Help("Step size of the descent.") double rate,
        @Range(min = 0, max = 100) @Help("Price of roughness (total variation), in units of the distance.")
                double roughness,
        @Help("Whether colours are mixed as in natural pictures.") boolean decorrelatedColour,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the first picture.") long seed)
        implements Dream {

    public Inversion() {
        this(Parameterisation.FOURIER, 256, 0.05, 0.1, true, 0);
    }

    @Override
    public String name() {
        return "inversion";
    }

    @Override
    public String title() {
        return "Inversion";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What a layer still knows of a picture: what is missing or mixed up here makes no difference to it.",
                "That the network uses all of it; and a detail may be missing because the descent did not find it.",
                steps + " gradient passes up to the layer.",
                "Mahendran, Vedaldi: Understanding deep image representations by inverting them (2015)");
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true, Needs.Use.MUST, Needs.Use.NO);
    }

    @Override
    public Optional<Layer> layer(OpenModel model) {
        return FeatureMapLayers.of(model).at(0.33);
    }

    @Override
    public Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException {
        needs().check(title(), subject);
        InputProfile profile = model.profile();
        Tensor wanted = model.preprocessing().input(subject.picture().orElseThrow());
        String value = ((Feature.WholeLayer) subject.feature()).layer().value();
        Painting painting = new Painting(
                parameterisation,
                profile.channels().count(),
                profile.height(),
                profile.width(),
                decorrelatedColour,
                new SplittableRandom(seed));
        Adam adam = new Adam(painting.parameters().length, rate);
        Planes picture = painting.picture();
        Picture first = picture.picture();
        List<Double> course = new ArrayList<>();
        try (Objective distance = distance(model, value, wanted, progress)) {
            for (int step = 1; step <= steps; step++) {
                Objective.Answer answer = distance.of(picture, progress.part(0, 0));
                course.add(answer.value());
                float[] gradient = answer.gradient();
                TotalVariation.charge(picture, -roughness, gradient);
                adam.step(painting.parameters(), painting.gradient(gradient));
                picture = painting.picture();
                if (Frames.due(step, steps)) {
                    frames.show(new Frame(step, steps, answer.value(), picture.picture()));
                }
                progress.report(step, steps);
            }
            Picture made = picture.picture();
            NetworkColours colours = new NetworkColours(profile);
            Planes rounded =
                    colours.planes(made, profile.height(), profile.width(), new vermeer.image.Resize.Stretch());
            Map<String, Double> facts = Map.of(
                    "distanceBefore",
                    course.get(0),
                    "distance",
                    distance.of(rounded, progress.part(0, 0)).value());
            return new Dreamt(made, first, course, facts, Optional.empty(), List.of());
        }
    }

    /** The squared distance of a layer's values to those of a picture, as a share of their squared length. */
    private static Objective distance(OpenModel model, String value, Tensor picture, Progress progress)
            throws EngineException, CancelledException {
        Tensor values = model.activations()
                .activations(picture, List.of(value), progress.part(0, 0))
                .activations()
                .get(value);
        double length = 1e-12;
        for (float one : values.data()) {
            length += (double) one * one;
        }
        InputProfile profile = model.profile();
        CutNetwork network = CutNetwork.of(model, List.of(value), profile.height(), profile.width());
        long[] shape = Arrays.stream(values.shape()).asLongStream().toArray();
        String away = network.add("Sub", value, network.add(Constant.floats(shape, values.data())));
        PictureGradient squares = network.gradientOf(model, network.add("Mul", away, away));
        float[] seed = new float[values.data().length];
        Arrays.fill(seed, (float) (1 / length));
        return Objective.of(model, squares, seed);
    }
}
