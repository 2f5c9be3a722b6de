package vermeer.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.Resize;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * DeepDream: whatever a layer, a channel or a class sees a trace of in a picture is strengthened, at several scales
 * (octaves), the smallest first. What one octave drew is enlarged and added to the next.
 *
 * <p>Facts: {@code width} and {@code height} of the picture; {@code objectiveBefore} and {@code objective}, at the last
 * octave's first and last step.
 */
public record DeepDream(
        @Range(min = 0, max = 4_096)
                @Help(
                        value = "The picture's longer side; 0 keeps a picture's own size, and the network's for noise.",
                        unit = "px")
                int size,
        @Range(min = 1, max = 10) @Help("How many sizes the picture is drawn at.") int octaves,
        @Range(min = 1.1, max = 3) @Help("How much larger each size is than the one before.") double octaveScale,
        @Range(min = 1, max = 500) @Help("Steps at each size.") int steps,
        @Range(min = 0.1, max = 32) @Help(value = "How far an average pixel moves in a step.", unit = "levels")
                double rate,
        @Range(min = 128, max = 2_048)
                @Help(
                        value = "Larger pictures are worked on in tiles of this side, to spare memory; they lie"
                                + " elsewhere at each step.",
                        unit = "px")
                int tile,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the noise and of the movements.") long seed)
        implements Dream {

    public DeepDream() {
        this(512, 4, 1.4, 10, 2.5, 512, 0);
    }

    @Override
    public String name() {
        return "deepdream";
    }

    @Override
    public String title() {
        return "DeepDream";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What a layer is ready to see, drawn into a picture where it sees a trace of it.",
                "Why the network answered as it did: it would draw the same things into any picture.",
                octaves * steps + " gradient passes, at sizes up to the picture's own.",
                "Mordvintsev, Olah, Tyka: Inceptionism: going deeper into neural networks (2015)");
    }

    @Override
    public Needs needs() {
        return new Needs(true, true, true, Needs.Use.CAN, Needs.Use.NO);
    }

    @Override
    public Optional<Layer> layer(OpenModel model) {
        return FeatureMapLayers.of(model).at(0.6);
    }

    @Override
    public Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException {
        needs().check(title(), subject);
        SplittableRandom random = new SplittableRandom(seed);
        Planes original = start(model, subject, random.split());
        DreamSizes sizes = DreamSizes.of(model, subject.feature(), original, octaves, octaveScale, tile);
        Planes drawn = Planes.black(original.channels(), 1, 1);
        Planes picture = original;
        List<Double> course = new ArrayList<>();
        int total = sizes.octaves().size() * steps;
        for (DreamSizes.Octave octave : sizes.octaves()) {
            Planes base =
                    Sampling.resize(original, octave.height(), octave.width()).apply(original);
            picture = plus(
                    base,
                    Sampling.resize(drawn, octave.height(), octave.width()).apply(drawn),
                    1);
            try (TiledObjective objective = TiledObjective.of(model, subject.feature(), octave)) {
                for (int step = 1; step <= steps; step++) {
                    Objective.Answer answer = objective.of(picture, random, progress.part(0, 0));
                    strengthen(picture.values(), answer.gradient());
                    course.add(answer.value());
                    if (Frames.due(course.size(), total)) {
                        frames.show(new Frame(course.size(), total, answer.value(), picture.picture()));
                    }
                    progress.report(course.size(), total);
                }
            }
            drawn = plus(picture, base, -1);
        }
        Picture made = picture.picture();
        Map<String, Double> facts = Map.of(
                "width",
                (double) made.width(),
                "height",
                (double) made.height(),
                "objectiveBefore",
                course.get(course.size() - steps),
                "objective",
                course.get(course.size() - 1));
        return new Dreamt(made, original.picture(), course, facts, Optional.empty(), sizes.notices());
    }

    private Planes start(OpenModel model, DreamSubject subject, SplittableRandom random) {
        NetworkColours colours = new NetworkColours(model.profile());
        if (subject.picture().isPresent()) {
            Picture picture = subject.picture().get();
            Picture sized = size == 0 ? picture : picture.fitting(size);
            return colours.planes(sized, sized.height(), sized.width(), new Resize.Stretch());
        }
        int height = size == 0 ? model.profile().height() : size;
        int width = size == 0 ? model.profile().width() : size;
        Planes noise = Planes.black(colours.channels(), height, width);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (float) (0.5 + 0.1 * (random.nextDouble() - 0.5));
        }
        return noise;
    }

    /** A step whose size does not depend on the gradient's. */
    private void strengthen(float[] values, float[] gradient) {
        double mean = 0;
        for (float one : gradient) {
            mean += Math.abs(one) / gradient.length;
        }
        float factor = mean == 0 ? 0 : (float) (rate / 255 / mean);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(1, values[i] + factor * gradient[i]));
        }
    }

    private static Planes plus(Planes one, Planes other, float factor) {
        float[] sum = new float[one.values().length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one.values()[i] + factor * other.values()[i];
        }
        return one.with(sum);
    }
}
