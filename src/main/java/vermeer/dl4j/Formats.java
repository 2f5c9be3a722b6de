package vermeer.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;

/** The order of axes that a layer's settings name, where they name one that can be relied on. */
final class Formats {
    private Formats() {}

    /** Whether batch normalisation takes the last axis of a picture for its channels. */
    static boolean channelsLast(BatchNormalization layer) {
        return layer.getCnn2DFormat() == CNN2DFormat.NHWC;
    }

    static Optional<CNN2DFormat> of(Layer layer) {
        if (layer instanceof ConvolutionLayer convolution) {
            return Optional.of(convolution.getCnn2dDataFormat());
        }
        if (layer instanceof SubsamplingLayer pooling) {
            return Optional.of(pooling.getCnn2dDataFormat());
        }
        if (layer instanceof ZeroPaddingLayer padding) {
            return Optional.of(padding.getDataFormat());
        }
        if (layer instanceof Cropping2D cropping) {
            return Optional.of(cropping.getDataFormat());
        }
        if (layer instanceof Upsampling2D upsampling) {
            return Optional.of(upsampling.getFormat());
        }
        if (layer instanceof SpaceToDepthLayer spaceToDepth) {
            return Optional.of(spaceToDepth.getDataFormat());
        }
        return Optional.empty();
    }
}
