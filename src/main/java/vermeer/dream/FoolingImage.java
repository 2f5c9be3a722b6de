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
import vermeer.graph.Attribute;
import vermeer.image.InputProfile;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Head;
import vermeer.model.OpenModel;
import vermeer.setting.Help;
import vermeer.setting.Range;

/**
 * A fooling image: noise, or a photo of something else, changed until the network is sure that it shows the class. Only what
 * the picture gives after rounding to 8 bits counts.
 *
 * <p>Facts: {@code logit}, {@code probability} and {@code rank} of the class; {@code steps} that it took; {@code
 * largestChange} and {@code meanChange} in levels (0 to 255) from the picture that it began with.
 */
public record FoolingImage(
        @Range(min = 0.1, max = 0.9999) @Help("The probability that is aimed at.") double confidence,
        @Range(min = 1, max = 5_000) @Help("The most steps.") int steps,
        @Range(min = 0.05, max = 16) @Help(value = "How far a pixel moves in a step.", unit = "levels") double rate,
        @Range(min = 0, max = Integer.MAX_VALUE) @Help("Seed of the noise, where no picture is given.") long seed)
        implements Dream {

    public FoolingImage() {
        this(0.99, 500, 0.5, 0);
    }

    @Override
    public String name() {
        return "fooling-image";
    }

    @Override
    public String title() {
        return "Fooling image";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "That the network can be sure of a class in a picture that shows no such thing to a person.",
                "What the class looks like to the network: for that there is activation maximisation.",
                "A gradient pass a step, " + steps + " at most; from noise or a photo usually less than 100.",
                "Nguyen, Yosinski, Clune: Deep neural networks are easily fooled (2015)");
    }

    @Override
    public Needs needs() {
        return new Needs(true, false, false, Needs.Use.CAN, Needs.Use.NO);
    }

    @Override
    public Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException {
        needs().check(title(), subject);
        int index = ((Feature.Logit) subject.feature()).index();
        InputProfile profile = model.profile();
        Canvas canvas = Canvas.of(profile);
        Planes planes = start(new NetworkColours(profile), canvas, subject);
        Picture first = planes.picture();
        Adam adam = new Adam(planes.values().length, rate / 255);
        List<Double> course = new ArrayList<>();
        Verdict verdict = Verdict.of(model, first, index, progress);
        int step = 0;
        try (Objective objective = objective(model, index, profile)) {
            while (verdict.probability() < confidence && step < steps) {
                Sampling view =
                        Sampling.window(planes, profile.height(), profile.width(), canvas.top(), canvas.left(), 0, 1);
                Objective.Answer answer = objective.of(view.apply(planes), progress.part(0, 0));
                course.add(answer.value());
                climb(planes, adam, view.transpose(planes.channels(), answer.gradient()));
                step++;
                Picture rounded = planes.picture();
                verdict = Verdict.of(model, rounded, index, progress);
                if (Frames.due(step, steps) || step <= Frames.COUNT) {
                    frames.show(new Frame(step, steps, answer.value(), rounded));
                }
                progress.report(step, steps);
            }
        }
        Picture made = planes.picture();
        frames.show(new Frame(step, steps, course.isEmpty() ? 0 : course.get(course.size() - 1), made));
        boolean reached = verdict.probability() >= confidence;
        return new Dreamt(
                made,
                first,
                course,
                facts(first, made, verdict, step),
                Optional.of(reached),
                reached
                        ? List.of()
                        : List.of("The network was not convinced within " + steps + " steps; allow more steps or larger"
                                + " ones."));
    }

    private Planes start(NetworkColours colours, Canvas canvas, DreamSubject subject) {
        if (subject.picture().isPresent()) {
            return colours.planes(subject.picture().get(), canvas.height(), canvas.width(), canvas.resize());
        }
        SplittableRandom random = new SplittableRandom(seed);
        Planes noise = Planes.black(colours.channels(), canvas.height(), canvas.width());
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (float) random.nextDouble();
        }
        return noise;
    }

    /** The logarithm of the class's probability where classes exclude each other; else its logit, which rises with it. */
    private static Objective objective(OpenModel model, int index, InputProfile profile) throws EngineException {
        Head head = model.head();
        boolean exclusive = head == Head.LOGITS || head == Head.SOFTMAX;
        if (!exclusive || model.scores().classes() == 1) {
            return Objective.of(model, new Feature.Logit(index, ""), profile.height(), profile.width());
        }
        CutNetwork network = CutNetwork.of(model, List.of(model.logitsValue()), profile.height(), profile.width());
        String flat = network.add("Flatten", model.logitsValue());
        String logarithms = network.add("LogSoftmax", Map.of("axis", new Attribute.Int(1)), flat);
        return Objective.of(
                model,
                network.gradientOf(model, logarithms),
                model.target(index).seed(model.scores().classes()));
    }

    private static void climb(Planes planes, Adam adam, float[] gradient) {
        float[] values = planes.values();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -gradient[i];
        }
        adam.step(values, gradient);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(1, values[i]));
        }
    }

    private static Map<String, Double> facts(Picture first, Picture made, Verdict verdict, int steps) {
        Map<String, Double> facts = new HashMap<>(verdict.facts());
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < made.bytes().capacity(); i++) {
            int change = Math.abs((made.bytes().get(i) & 0xff) - (first.bytes().get(i) & 0xff));
            largest = Math.max(largest, change);
            sum += change;
        }
        facts.put("steps", (double) steps);
        facts.put("largestChange", largest);
        facts.put("meanChange", sum / made.bytes().capacity());
        return facts;
    }
}
