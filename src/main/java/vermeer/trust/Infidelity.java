package vermeer.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * How badly the map predicts what blanking a square does to the target's logit (Yeh et al., On the (in)fidelity and sensitivity of
 * explanations, 2019): the mean squared difference between the map's sum over a random square, scaled as fits best, and the
 * logit's drop, as a share of the drops' mean square. 0 is a perfect prediction, 1 as good as predicting nothing.
 *
 * @param squares random squares tried
 * @param side their side, as a share of the picture's shorter side
 * @param seed of their places
 */
public record Infidelity(
        @Help("Random squares tried.") @Range(min = 8, max = 2000) int squares,
        @Help("The squares' side as a share of the shorter side.") @Range(min = 0.02, max = 0.9) double side,
        @Help("Seed of the squares' places.") @Range(min = 0, max = Integer.MAX_VALUE) long seed)
        implements TrustMeasure {
    private static final double NOTHING = 0.995;

    public Infidelity() {
        this(100, 0.25, 0);
    }

    @Override
    public String name() {
        return "infidelity";
    }

    @Override
    public String title() {
        return "Infidelity";
    }

    @Override
    public String about() {
        return "Does the map predict how much blanking a square lowers the score? 0 is perfect, 1 is as good as"
                + " knowing nothing; lower is better. Yeh et al., 2019, with the best scaling of the map.";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException {
        return probe(evidence.model(), evidence.subject(), progress).read(evidence, progress.part(1, 1));
    }

    /** Blanks the squares once; each map then only has to predict what that did. */
    @Override
    public Probe probe(ImageModel model, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        int[] shape = model.scores().inputShape();
        int height = model.scores().layout().height(shape);
        int width = model.scores().layout().width(shape);
        int length = Math.max(1, (int) Math.round(side * Math.min(height, width)));
        Random random = new Random(seed);
        int[] rows = new int[squares];
        int[] columns = new int[squares];
        for (int i = 0; i < squares; i++) {
            rows[i] = random.nextInt(height - length + 1);
            columns[i] = random.nextInt(width - length + 1);
        }
        double[] drops = drops(model.scores(), subject, rows, columns, length, progress);
        return (evidence, none) -> {
            Heatmap map = evidence.mapAtInput();
            double[] predicted = new double[squares];
            for (int i = 0; i < squares; i++) {
                predicted[i] = sum(map, rows[i], columns[i], length);
            }
            double value = unexplained(predicted, drops);
            return new Reading(name(), value, List.of(), sentence(value, predicted, drops));
        };
    }

    /** Where nothing is explained it says why: blanking may help the class where no map of its evidence can foresee that. */
    private static String sentence(double value, double[] predicted, double[] drops) {
        if (value < NOTHING) {
            return String.format(
                    Locale.ROOT,
                    "The map explains %.0f %% of how much blanking a square changes the score.",
                    100 * (1 - value));
        }
        long raised = Arrays.stream(drops).filter(drop -> drop < 0).count();
        boolean forIt = Arrays.stream(predicted).sum() > 0;
        return "The map explains nothing of how much blanking a square changes the score"
                + (forIt && 2 * raised > drops.length
                        ? ": " + raised + " of " + drops.length + " squares raise it when they are blanked, and a map"
                                + " of what speaks for the class foresees only that it falls."
                        : ".");
    }

    private double[] drops(Scores model, Subject subject, int[] rows, int[] columns, int length, Progress progress)
            throws EngineException, CancelledException {
        Tensor input = subject.input();
        double clean =
                subject.target().value(model.logits(input, progress.part(0, 0)).data(), 0);
        double[] drops = new double[squares];
        for (int start = 0; start < squares; start += model.plannedBatch()) {
            progress.checkCancelled();
            List<Tensor> batch = new ArrayList<>();
            for (int i = start; i < Math.min(squares, start + model.plannedBatch()); i++) {
                batch.add(blanked(model, input, rows[i], columns[i], length));
            }
            Tensor logits = model.logits(Tensor.concat(batch), progress.part(0, 0));
            for (int i = 0; i < batch.size(); i++) {
                drops[start + i] = clean - subject.target().value(logits.data(), i * logits.itemSize());
            }
            progress.report(start + batch.size(), squares);
        }
        return drops;
    }

    private static Tensor blanked(Scores model, Tensor input, int row, int column, int length) {
        int[] shape = input.itemShape();
        float[] data = input.data().clone();
        for (int channel = 0; channel < model.layout().channels(shape); channel++) {
            for (int y = row; y < row + length; y++) {
                for (int x = column; x < column + length; x++) {
                    data[model.layout().index(shape, channel, y, x)] = 0;
                }
            }
        }
        return new Tensor(input.shape(), data);
    }

    private static double sum(Heatmap map, int row, int column, int length) {
        double sum = 0;
        for (int y = row; y < row + length; y++) {
            for (int x = column; x < column + length; x++) {
                sum += map.at(y, x);
            }
        }
        return sum;
    }

    /** The share of the drops' mean square that the best multiple of the predictions leaves over. */
    private static double unexplained(double[] predicted, double[] drops) {
        double product = 0;
        double square = 0;
        double total = 0;
        for (int i = 0; i < drops.length; i++) {
            product += predicted[i] * drops[i];
            square += predicted[i] * predicted[i];
            total += drops[i] * drops[i];
        }
        double scale = square == 0 ? 0 : Math.max(0, product / square);
        double error = 0;
        for (int i = 0; i < drops.length; i++) {
            error += Math.pow(scale * predicted[i] - drops[i], 2);
        }
        return total == 0 ? 0 : error / total;
    }
}
