package vermeer.dream;

import vermeer.model.Layer;

/** What a picture is made for: something in a network that can be excited. */
public sealed interface Feature {

    /** For people, such as {@code channel 12 of /features/5}. */
    String text();

    /** For file names, such as {@code 281} or {@code features-5-12}. */
    String fileName();

    /** A class's logit, by the class's index and name. */
    record Logit(int index, String name) implements Feature {
        @Override
        public String text() {
            return name;
        }

        @Override
        public String fileName() {
            return Integer.toString(index);
        }
    }

    /** A layer as a whole: the mean square of its values. */
    record WholeLayer(Layer layer) implements Feature {
        @Override
        public String text() {
            return "layer " + layer.value();
        }

        @Override
        public String fileName() {
            return plain(layer.value());
        }
    }

    /** The mean of one channel of a layer, or of one feature over all tokens. */
    record Channel(Layer layer, int channel) implements Feature {
        public Channel {
            check("channel", channel, channels(layer));
        }

        @Override
        public String text() {
            return "channel " + channel + " of " + layer.value();
        }

        @Override
        public String fileName() {
            return plain(layer.value()) + "-" + channel;
        }
    }

    /**
     * One value of a channel.
     *
     * @param row of the layer; of token networks, the token
     * @param column of the layer; of token networks, 0
     */
    record Neuron(Layer layer, int channel, int row, int column) implements Feature {
        public Neuron {
            check("channel", channel, channels(layer));
            check("row", row, layer.shape().length == 3 ? layer.shape()[1] : layer.shape()[0]);
            check("column", column, layer.shape().length == 3 ? layer.shape()[2] : 1);
        }

        @Override
        public String text() {
            return "neuron " + channel + " at row " + row + ", column " + column + " of " + layer.value();
        }

        @Override
        public String fileName() {
            return plain(layer.value()) + "-" + channel + "-" + row + "-" + column;
        }
    }

    /** How many channels a layer has; of token networks, how many features a token has. */
    static int channels(Layer layer) {
        return layer.shape().length == 3 ? layer.shape()[0] : layer.shape()[layer.shape().length - 1];
    }

    private static void check(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "There is no " + what + " " + index + "; the layer has " + count + ", 0 to " + (count - 1) + ".");
        }
    }

    private static String plain(String name) {
        String plain =
                name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").toLowerCase(java.util.Locale.ROOT);
        return plain.isEmpty() ? "layer" : plain;
    }
}
