package vermeer.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/**
 * Which pictures a network can read. DL4J does not store its input's size, so it is found by following sizes through the
 * settings until the dense layers fit, the usual sizes first.
 *
 * @param channels of the pictures
 * @param rows found, where the network decides them
 * @param columns found, where the network decides them
 */
record InputShapes(int channels, OptionalInt rows, OptionalInt columns) {
    /** Assumed where any size fits. */
    static final int USUAL = 224;

    private static final int LARGEST = 640;
    private static final int[] COMMON = {
        USUAL, 299, 227, 32, 28, 48, 64, 96, 128, 160, 192, 240, 256, 288, 320, 331, 384, 512
    };

    /** How a network's settings answer one size: whether it fits, and whether every size would. */
    private enum Fit {
        NO,
        YES,
        ANY
    }

    @FunctionalInterface
    private interface Trial {
        Fit of(InputType input);
    }

    static InputShapes of(MultiLayerConfiguration settings) throws ConversionException {
        if (settings.getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor unflatten) {
            return stated(unflatten);
        }
        List<Layer> layers = settings.getConfs().stream()
                .map(configuration -> Frozen.unwrap(configuration.getLayer()))
                .toList();
        return search(layers, input -> fits(settings, layers, input));
    }

    static InputShapes of(ComputationGraphConfiguration settings) throws ConversionException {
        String input = settings.getNetworkInputs().get(0);
        for (Map.Entry<String, List<String>> reads : settings.getVertexInputs().entrySet()) {
            if (reads.getValue().contains(input)
                    && settings.getVertices().get(reads.getKey()) instanceof LayerVertex layer
                    && layer.getPreProcessor() instanceof FeedForwardToCnnPreProcessor unflatten) {
                return stated(unflatten);
            }
        }
        ComputationGraphConfiguration scratch = settings.clone();
        List<Layer> layers = scratch.getTopologicalOrderStr() == null
                ? orderedLayers(scratch, List.copyOf(scratch.getVertices().keySet()))
                : orderedLayers(scratch, scratch.getTopologicalOrderStr());
        return search(layers, type -> fits(scratch, type));
    }

    private static List<Layer> orderedLayers(ComputationGraphConfiguration settings, List<String> names) {
        return names.stream()
                .map(name -> settings.getVertices().get(name))
                .filter(vertex -> vertex != null && Frozen.unwrap(vertex) instanceof LayerVertex)
                .map(vertex -> Frozen.unwrap(
                        ((LayerVertex) Frozen.unwrap(vertex)).getLayerConf().getLayer()))
                .toList();
    }

    private static InputShapes stated(FeedForwardToCnnPreProcessor unflatten) {
        return new InputShapes(
                Math.toIntExact(unflatten.getNumChannels()),
                OptionalInt.of(Math.toIntExact(unflatten.getInputHeight())),
                OptionalInt.of(Math.toIntExact(unflatten.getInputWidth())));
    }

    private static InputShapes search(List<Layer> layers, Trial trial) throws ConversionException {
        int channels = channels(layers);
        CNN2DFormat format = layers.stream()
                .map(Formats::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(CNN2DFormat.NCHW);
        for (int side : candidates().toArray()) {
            Fit fit = trial.of(InputType.convolutional(side, side, channels, format));
            if (fit != Fit.NO) {
                OptionalInt found = fit == Fit.ANY ? OptionalInt.empty() : OptionalInt.of(side);
                return new InputShapes(channels, found, found);
            }
        }
        return new InputShapes(channels, OptionalInt.empty(), OptionalInt.empty());
    }

    private static IntStream candidates() {
        return IntStream.concat(IntStream.of(COMMON), IntStream.rangeClosed(8, LARGEST))
                .distinct();
    }

    private static int channels(List<Layer> layers) throws ConversionException {
        return layers.stream()
                .filter(FeedForwardLayer.class::isInstance)
                .map(layer -> (int) ((FeedForwardLayer) layer).getNIn())
                .filter(channels -> channels > 0)
                .findFirst()
                .filter(channels -> channels <= 4)
                .orElseThrow(
                        () -> new ConversionException("The network's first layer does not read pictures of 1, 3 or 4"
                                + " channels, so it is no image classifier."));
    }

    private static Fit fits(MultiLayerConfiguration settings, List<Layer> layers, InputType input) {
        try {
            Fit fit = Fit.ANY;
            InputType type = input;
            for (int i = 0; i < layers.size(); i++) {
                fit = worse(fit, fits(settings.getInputPreProcess(i), layers.get(i), type));
                InputType read = settings.getInputPreProcess(i) == null
                        ? type
                        : settings.getInputPreProcess(i).getOutputType(type);
                type = layers.get(i).getOutputType(i, read);
            }
            return fit;
        } catch (RuntimeException e) {
            return Fit.NO;
        }
    }

    private static Fit fits(ComputationGraphConfiguration settings, InputType input) {
        try {
            Map<String, InputType> types = settings.getLayerActivationTypes(true, false, input);
            Fit fit = Fit.ANY;
            for (String name : types.keySet()) {
                if (settings.getVertices().get(name) instanceof LayerVertex layer) {
                    InputType read =
                            types.get(settings.getVertexInputs().get(name).get(0));
                    fit = worse(
                            fit,
                            fits(layer.getPreProcessor(), layer.getLayerConf().getLayer(), read));
                }
            }
            return fit;
        } catch (RuntimeException e) {
            return Fit.NO;
        }
    }

    /** A dense layer behind a flattened picture fits one size only. */
    private static Fit fits(InputPreProcessor preProcessor, Layer layer, InputType read) {
        if (!(preProcessor instanceof CnnToFeedForwardPreProcessor)
                || !(read instanceof InputTypeConvolutional picture)
                || !(Frozen.unwrap(layer) instanceof FeedForwardLayer dense)) {
            return Fit.ANY;
        }
        long values = picture.getChannels() * picture.getHeight() * picture.getWidth();
        return values == dense.getNIn() ? Fit.YES : Fit.NO;
    }

    private static Fit worse(Fit a, Fit b) {
        return Stream.of(a, b).min(Enum::compareTo).orElseThrow();
    }

    /** One picture's shape in the source's layout, with the size wished for where the network leaves it open. */
    long[] shape(Optional<int[]> wished, boolean channelsLast) {
        int height = rows.orElseGet(() -> wished.map(size -> size[0]).orElse(USUAL));
        int width = columns.orElseGet(() -> wished.map(size -> size[1]).orElse(USUAL));
        return channelsLast ? new long[] {height, width, channels} : new long[] {channels, height, width};
    }

    /** Whether nothing but a wish decides the size. */
    boolean open() {
        return rows.isEmpty();
    }
}
