package vermeer.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.Node;
import vermeer.image.ChannelOrder;
import vermeer.image.Picture;
import vermeer.model.OpenModel;

/**
 * The weights of the first convolution as pictures: what each of its channels looks for, in the picture's own colours.
 *
 * @param node the convolution's name
 * @param kernels one a channel, all of one size
 */
public record FirstLayer(String node, List<Kernel> kernels) {

    /**
     * One channel's weights.
     *
     * @param picture grey for 0; a colour is full or empty where its weight is as large as the channel's largest
     * @param largest the channel's largest weight, whatever its sign
     */
    public record Kernel(Picture picture, float largest) {}

    /** Empty where no convolution reads the picture's channels, as in networks that cut it into patches otherwise. */
    public static Optional<FirstLayer> of(OpenModel model) {
        Set<String> pictures =
                new HashSet<>(Set.of(model.graph().inputs().get(0).name()));
        int channels = model.profile().channels().count();
        for (Node node : model.graph().nodes()) {
            boolean reads = node.inputs().stream().anyMatch(pictures::contains);
            if (!reads) {
                continue;
            }
            if (!node.operator().equals("Conv")) {
                pictures.addAll(node.outputs());
                continue;
            }
            Constant weights = model.graph().constants().get(node.inputs().get(1));
            boolean colours = weights != null && weights.shape().length == 4 && weights.shape()[1] == channels;
            return colours
                    ? Optional.of(of(node.name(), weights, model.profile().channels()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static FirstLayer of(String name, Constant constant, ChannelOrder order) {
        int[] shape = new int[4];
        for (int i = 0; i < 4; i++) {
            shape[i] = Math.toIntExact(constant.shape()[i]);
        }
        float[] weights = constant.toFloats();
        List<Kernel> kernels = new ArrayList<>();
        for (int channel = 0; channel < shape[0]; channel++) {
            kernels.add(kernel(weights, channel, shape, order));
        }
        return new FirstLayer(name, List.copyOf(kernels));
    }

    private static Kernel kernel(float[] weights, int channel, int[] shape, ChannelOrder order) {
        int size = shape[2] * shape[3];
        int start = channel * shape[1] * size;
        float largest = 0;
        for (int i = start; i < start + shape[1] * size; i++) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        byte[] rgb = new byte[3 * size];
        for (int i = 0; i < size; i++) {
            for (int colour = 0; colour < 3; colour++) {
                int plane = shape[1] == 1 ? 0 : order == ChannelOrder.BGR ? 2 - colour : colour;
                float weight = weights[start + plane * size + i];
                rgb[3 * i + colour] = (byte) Math.round(127.5 + (largest == 0 ? 0 : 127.5 * weight / largest));
            }
        }
        return new Kernel(Picture.of(shape[3], shape[2], rgb), largest);
    }
}
