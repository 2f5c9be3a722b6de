package vermeer.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Adam;
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
 * Style transfer: a picture is changed until some layers' channels occur together as in another picture (their Gram
 * matrices), while a deeper layer's values stay those of the picture.
 *
 * <p>Facts: {@code lossBefore} and {@code loss}, of the first and of the finished picture: the content's squared distance plus
 * the weighted mean of the style layers', each as a share of the wanted values' squared length.
 */
public record StyleTransfer(
        @Help("Layers whose Gram matrices are the style, between commas; 'automatic' for the last of each size.")
                String styleLayers,
        @Range(min = 0, max = 1_000) @Help("Weight of the style; the content's is 1.") double styleWeight,
        @Range(min = 0, max = 100) @Help("Price of roughness (total variation), in units of the distances.")
                double roughness,
        @Range(min = 1, max = 4_096) @Help("Steps of the descent.") int steps,
        @Range(min = 0.1, max = 32) @Help(value = "How far a pixel moves in a step, at most.", unit = "levels")
                double rate,
        @Range(min = 32, max = 2_048) @Help(value = "The picture's longer side.", unit = "px") int size)
        implements Dream {
    static final String AUTOMATIC = "automatic";

    public StyleTransfer() {
        this(AUTOMATIC, 10, 0.5, 150, 4, 256);
    }

    @Override
    public String name() {
        return "style-transfer";
    }

    @Override
    public String title() {
        return "Style transfer";
    }

    @Override
    public MethodNotes notes() {
        return new MethodNotes(
                "What the network's layers know of texture (style) and of what is where (content), told apart.",
                "Beauty by itself: networks without pooling between their layers, such as MobileNet, transfer less than"
                        + " VGG.",
                steps + " gradient passes up to the deepest of the layers.",
                "Gatys, Ecker, Bethge: Image style transfer using convolutional neural networks (2016)");
    }

    @Override
    public Needs needs() {
        return new Needs(false, false, true, Needs.Use.MUST, Needs.Use.MUST);
    }

    @Override
    public Optional<String> unavailable(OpenModel model) {
        boolean maps = model.activations().layers().stream().anyMatch(layer -> layer.shape().length == 3);
        return maps
                ? Dream.super.unavailable(model)
                : Optional.of("The network has no layers with rows and columns, so there is no texture to take.");
    }

    @Override
    public Optional<Layer> layer(OpenModel model) {
        return FeatureMapLayers.of(model).at(0.5);
    }

    @Override
    public Dreamt make(OpenModel model, DreamSubject subject, Frames frames, Progress progress)
            throws EngineException, CancelledException {
        needs().check(title(), subject);
        NetworkColours colours = new NetworkColours(model.profile());
        Layer content = ((Feature.WholeLayer) subject.feature()).layer();
        Planes picture = planes(model, colours, subject.picture().orElseThrow(), content);
        Planes style = planes(model, colours, subject.style().orElseThrow(), content);
        Picture first = picture.picture();
        Adam adam = new Adam(picture.values().length, rate / 255);
        List<Double> course = new ArrayList<>();
        StyleLoss loss = new StyleLoss(model, colours, content, layers(model), styleWeight);
        try (Objective objective = loss.objective(picture, style, progress)) {
            for (int step = 1; step <= steps; step++) {
                Objective.Answer answer = objective.of(picture, progress.part(0, 0));
                course.add(answer.value());
                float[] gradient = answer.gradient();
                TotalVariation.charge(picture, -roughness, gradient);
                adam.step(picture.values(), gradient);
                for (int i = 0; i < gradient.length; i++) {
                    picture.values()[i] = Math.max(0, Math.min(1, picture.values()[i]));
                }
                if (Frames.due(step, steps)) {
                    frames.show(new Frame(step, steps, answer.value(), picture.picture()));
                }
                progress.report(step, steps);
            }
            Picture made = picture.picture();
            Planes rounded = colours.planes(made, made.height(), made.width(), new Resize.Stretch());
            double before = course.get(0);
            double after = objective.of(rounded, progress.part(0, 0)).value();
            return new Dreamt(
                    made, first, course, Map.of("lossBefore", before, "loss", after), Optional.empty(), List.of());
        }
    }

    /** The picture at the size asked for, or at the network's own where it takes no other. */
    private Planes planes(OpenModel model, NetworkColours colours, Picture picture, Layer content) {
        Picture sized = picture.fitting(size);
        boolean fits = CutNetwork.takes(model, content.value(), sized.height(), sized.width());
        int height = fits ? sized.height() : model.profile().height();
        int width = fits ? sized.width() : model.profile().width();
        return colours.planes(sized, height, width, new Resize.Stretch());
    }

    private List<Layer> layers(OpenModel model) throws EngineException {
        if (styleLayers.strip().equals(AUTOMATIC)) {
            return FeatureMapLayers.of(model).lastOfEachSize(4);
        }
        List<Layer> chosen = new ArrayList<>();
        for (String name :
                Arrays.stream(styleLayers.split(",")).map(String::strip).toList()) {
            chosen.add(model.activations().layers().stream()
                    .filter(layer -> layer.value().equals(name) && layer.shape().length == 3)
                    .findFirst()
                    .orElseThrow(() -> new EngineException(
                            "The network has no feature map '" + name + "'; 'vermeer network' lists them.")));
        }
        return chosen;
    }
}
