package vermeer.dream;

import java.util.List;
import vermeer.image.ChannelOrder;
import vermeer.image.InputProfile;
import vermeer.image.Layout;
import vermeer.image.Output;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.image.Resize;
import vermeer.tensor.Tensor;

/** From planes to the tensor that a network reads, of any height and width, and a gradient the same way back. */
record NetworkColours(InputProfile profile) {

    /** Three, or one where the network reads brightness only. */
    int channels() {
        return profile.channels().count();
    }

    /** {@code [1, channels, height, width]} or {@code [1, height, width, channels]}, in the network's units. */
    Tensor tensor(Planes planes) {
        int[] shape = shape(planes);
        float[] values = new float[planes.values().length];
        for (int channel = 0; channel < channels(); channel++) {
            float factor = (float) (255 / profile.std().get(channel));
            float offset = (float) (-profile.mean().get(channel) / profile.std().get(channel));
            int from = plane(channel) * planes.size();
            for (int i = 0; i < planes.size(); i++) {
                values[at(planes, channel, i)] = factor * planes.values()[from + i] + offset;
            }
        }
        return new Tensor(new int[] {1, shape[0], shape[1], shape[2]}, values);
    }

    /** d / d planes of what has the gradient {@code tensor} with respect to the network's input. */
    float[] gradient(Planes planes, Tensor tensor) {
        float[] gradient = new float[planes.values().length];
        for (int channel = 0; channel < channels(); channel++) {
            float factor = (float) (255 / profile.std().get(channel));
            int to = plane(channel) * planes.size();
            for (int i = 0; i < planes.size(); i++) {
                gradient[to + i] = factor * tensor.data()[at(planes, channel, i)];
            }
        }
        return gradient;
    }

    /** A picture brought to a size by a rule. */
    Planes planes(Picture picture, int height, int width, Resize resize) {
        ChannelOrder order = channels() == 1 ? ChannelOrder.GREY : ChannelOrder.RGB;
        List<Double> black = channels() == 1 ? List.of(0.0) : List.of(0.0, 0.0, 0.0);
        List<Double> white = channels() == 1 ? List.of(255.0) : List.of(255.0, 255.0, 255.0);
        InputProfile plain = new InputProfile(
                height,
                width,
                order,
                Layout.NCHW,
                resize,
                profile.interpolation(),
                black,
                white,
                Output.LOGITS,
                java.util.Optional.empty());
        return new Planes(
                channels(),
                height,
                width,
                new Preprocessing(plain).input(picture).data());
    }

    private int[] shape(Planes planes) {
        return profile.layout() == Layout.NCHW
                ? new int[] {channels(), planes.height(), planes.width()}
                : new int[] {planes.height(), planes.width(), channels()};
    }

    private int at(Planes planes, int channel, int pixel) {
        return profile.layout() == Layout.NCHW ? channel * planes.size() + pixel : pixel * channels() + channel;
    }

    /** The plane that a network's channel is made of. */
    private int plane(int channel) {
        return profile.channels() == ChannelOrder.BGR ? 2 - channel : channel;
    }
}
