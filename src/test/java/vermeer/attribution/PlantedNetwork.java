package vermeer.attribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vermeer.engine.EngineException;
import vermeer.graph.gradient.Propagation;
import vermeer.graph.gradient.RuleTable;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Activations;
import vermeer.model.Gradients;
import vermeer.model.ImageModel;
import vermeer.model.Layer;
import vermeer.model.Scores;
import vermeer.model.Tail;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/**
 * A network whose evidence is known, computed and differentiated by hand: 64 x 64 pixels, 2 channels. Each 8 x 8 block is
 * averaged per channel, {@code feature = relu(mean - 0.2)}, {@code logit = weights * mean of each feature map}. Class 0 is
 * for channel 0 and against channel 1, class 1 the other way round.
 *
 * @param tokens whether the features are laid out as the tokens of a transformer, behind one class token
 */
public record PlantedNetwork(Layout layout, boolean tokens, AtomicInteger passes, AtomicInteger largestBatch)
        implements ImageModel, Gradients {
    public static final int SIDE = 64;
    static final int BLOCK = 8;
    static final int GRID = SIDE / BLOCK;
    static final String FEATURES = "features";
    static final float BIAS = 0.2f;
    static final float[][] WEIGHTS = {{100, -40}, {-40, 100}, {10, 10}};

    public PlantedNetwork(Layout layout, boolean tokens) {
        this(layout, tokens, new AtomicInteger(), new AtomicInteger());
    }

    /** A picture, dark but for one bright square of 16 pixels in channel 0 and one in channel 1. */
    public Tensor picture() {
        Tensor picture = Tensor.zeros(inputBatch(1));
        fill(picture, 0, 16, 32);
        fill(picture, 1, 40, 8);
        return picture;
    }

    /** Whether a pixel lies in the square that is the evidence of a class. */
    public static boolean evidence(int classIndex, int row, int column) {
        int top = classIndex == 0 ? 16 : 40;
        int left = classIndex == 0 ? 32 : 8;
        return row >= top && row < top + 16 && column >= left && column < left + 16;
    }

    private void fill(Tensor picture, int channel, int top, int left) {
        for (int row = top; row < top + 16; row++) {
            for (int column = left; column < left + 16; column++) {
                picture.data()[layout.index(inputShape(), channel, row, column)] = 1;
            }
        }
    }

    @Override
    public int[] inputShape() {
        return layout == Layout.NCHW ? new int[] {2, SIDE, SIDE} : new int[] {SIDE, SIDE, 2};
    }

    @Override
    public int classes() {
        return WEIGHTS.length;
    }

    @Override
    public Tensor logits(Tensor batch, Progress progress) throws CancelledException {
        progress.checkCancelled();
        passes.incrementAndGet();
        largestBatch.accumulateAndGet(batch.batch(), Math::max);
        return logitsOf(features(batch));
    }

    @Override
    public Tensor probabilities(Tensor logits) {
        Tensor probabilities = Tensor.zeros(logits.shape());
        for (int i = 0; i < logits.batch(); i++) {
            double sum = 0;
            for (int j = 0; j < classes(); j++) {
                sum += Math.exp(logits.data()[i * classes() + j]);
            }
            for (int j = 0; j < classes(); j++) {
                probabilities.data()[i * classes() + j] = (float) (Math.exp(logits.data()[i * classes() + j]) / sum);
            }
        }
        return probabilities;
    }

    @Override
    public int plannedBatch() {
        return 4;
    }

    @Override
    public float[] inputValue(float brightness) {
        return new float[] {brightness / 255 - 0.1f, brightness / 255 - 0.2f};
    }

    @Override
    public List<Layer> layers() {
        return List.of(
                new Layer(FEATURES, "Relu", tokens ? new int[] {1 + GRID * GRID, 2} : new int[] {2, GRID, GRID}));
    }

    @Override
    public Optional<Layer> lastFeatureMap() {
        return Optional.of(layers().get(0));
    }

    @Override
    public Inner activations(Tensor batch, List<String> values, Progress progress) throws CancelledException {
        progress.checkCancelled();
        Tensor features = features(batch);
        return new Inner(logitsOf(features), inner(values, features, batch.batch()));
    }

    @Override
    public Tail tail(Tensor picture, String value, Progress progress) throws CancelledException {
        progress.checkCancelled();
        Tensor features = features(picture);
        Tensor inner = inner(List.of(value), features, 1).get(value);
        return new Tail() {
            @Override
            public Tensor inner() {
                return inner;
            }

            @Override
            public Tensor logits() {
                return logitsOf(features);
            }

            @Override
            public int plannedBatch() {
                return PlantedNetwork.this.plannedBatch();
            }

            @Override
            public Tensor logits(Tensor batch, Progress running) throws CancelledException {
                running.checkCancelled();
                passes.incrementAndGet();
                largestBatch.accumulateAndGet(batch.batch(), Math::max);
                return logitsOf(tokens ? withoutTokens(batch) : batch);
            }
        };
    }

    @Override
    public Tensor input(Picture picture) {
        Tensor input = Tensor.zeros(inputBatch(1));
        for (int i = 0; i < SIDE * SIDE; i++) {
            int rgb = picture.rgb(i % SIDE * picture.width() / SIDE, i / SIDE * picture.height() / SIDE);
            input.data()[layout.index(inputShape(), 0, i / SIDE, i % SIDE)] = inputValue(rgb >> 16 & 0xff)[0];
            input.data()[layout.index(inputShape(), 1, i / SIDE, i % SIDE)] = inputValue(rgb & 0xff)[1];
        }
        return input;
    }

    @Override
    public Optional<String> unavailable(RuleTable rules) {
        return Optional.empty();
    }

    @Override
    public Gradient gradient(Tensor batch, Target target, RuleTable rules, List<String> values, Progress progress)
            throws CancelledException {
        progress.checkCancelled();
        passes.incrementAndGet();
        largestBatch.accumulateAndGet(batch.batch(), Math::max);
        Tensor features = features(batch);
        Tensor arriving = Tensor.zeros(features.shape());
        Tensor input = Tensor.zeros(batch.shape());
        float[] seed = target.seed(classes());
        int cells = GRID * GRID;
        for (int i = 0; i < features.data().length; i++) {
            int channel = i / cells % 2;
            float gradient = 0;
            for (int j = 0; j < classes(); j++) {
                gradient += seed[j] * WEIGHTS[j][channel] / cells;
            }
            arriving.data()[i] = gradient;
            boolean guided = rules.name().equals("guided");
            if (features.data()[i] > 0 && (!guided || gradient > 0)) {
                spread(input, i / (2 * cells), channel, i % cells, gradient / (BLOCK * BLOCK));
            }
        }
        return new Gradient(
                logitsOf(features),
                input,
                inner(values, features, batch.batch()),
                inner(values, arriving, batch.batch()));
    }

    @Override
    public Optional<String> unavailable(Propagation propagation) {
        return Optional.empty();
    }

    @Override
    public Propagated propagate(
            Propagation propagation, Tensor batch, Optional<Tensor> baselines, Target target, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        passes.incrementAndGet();
        largestBatch.accumulateAndGet(batch.batch(), Math::max);
        Tensor seeds = new Tensor(new int[] {1, classes()}, target.seed(classes())).repeat(batch.batch());
        return PlantedGraph.propagate(this, propagation, batch, baselines, seeds, progress);
    }

    private void spread(Tensor input, int picture, int channel, int cell, float value) {
        for (int row = 0; row < BLOCK; row++) {
            for (int column = 0; column < BLOCK; column++) {
                int index =
                        layout.index(inputShape(), channel, cell / GRID * BLOCK + row, cell % GRID * BLOCK + column);
                input.data()[picture * input.itemSize() + index] = value;
            }
        }
    }

    /** {@code [n, 2, GRID, GRID]}. */
    private Tensor features(Tensor batch) {
        Tensor features = Tensor.zeros(batch.batch(), 2, GRID, GRID);
        for (int i = 0; i < features.data().length; i++) {
            int cell = i % (GRID * GRID);
            int channel = i / (GRID * GRID) % 2;
            int offset = i / (2 * GRID * GRID) * batch.itemSize();
            double sum = 0;
            for (int row = 0; row < BLOCK; row++) {
                for (int column = 0; column < BLOCK; column++) {
                    sum += batch.data()[
                            offset
                                    + layout.index(
                                            inputShape(),
                                            channel,
                                            cell / GRID * BLOCK + row,
                                            cell % GRID * BLOCK + column)];
                }
            }
            features.data()[i] = (float) Math.max(0, sum / (BLOCK * BLOCK) - BIAS);
        }
        return features;
    }

    private Tensor logitsOf(Tensor features) {
        Tensor logits = Tensor.zeros(features.batch(), classes());
        int cells = GRID * GRID;
        for (int i = 0; i < features.data().length; i++) {
            for (int j = 0; j < classes(); j++) {
                logits.data()[i / (2 * cells) * classes() + j] +=
                        WEIGHTS[j][i / cells % 2] * features.data()[i] / cells;
            }
        }
        return logits;
    }

    private Map<String, Tensor> inner(List<String> values, Tensor features, int batch) {
        Map<String, Tensor> inner = new HashMap<>();
        values.forEach(value -> inner.put(value, tokens ? asTokens(features, batch) : features));
        return inner;
    }

    private static Tensor asTokens(Tensor features, int batch) {
        int cells = GRID * GRID;
        Tensor tokens = Tensor.zeros(batch, 1 + cells, 2);
        Arrays.fill(tokens.data(), 99);
        for (int i = 0; i < features.data().length; i++) {
            int picture = i / (2 * cells);
            tokens.data()[(picture * (1 + cells) + 1 + i % cells) * 2 + i / cells % 2] = features.data()[i];
        }
        return tokens;
    }

    private static Tensor withoutTokens(Tensor tokens) {
        int cells = GRID * GRID;
        Tensor features = Tensor.zeros(tokens.batch(), 2, GRID, GRID);
        for (int i = 0; i < features.data().length; i++) {
            int picture = i / (2 * cells);
            features.data()[i] = tokens.data()[(picture * (1 + cells) + 1 + i % cells) * 2 + i / cells % 2];
        }
        return features;
    }

    private int[] inputBatch(int pictures) {
        int[] shape = inputShape();
        return new int[] {pictures, shape[0], shape[1], shape[2]};
    }

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public List<String> classNames() {
        return List.of("first", "second", "third");
    }

    @Override
    public Scores scores() {
        return this;
    }

    @Override
    public Activations activations() {
        return this;
    }

    @Override
    public Optional<Gradients> gradients() {
        return Optional.of(this);
    }

    @Override
    public String noGradientReason() {
        return "";
    }

    @Override
    public void close() {}
}
